pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// 题签: a thread-bound book with its title slip.
Item {
    id: binding
    required property BookCover cover
    readonly property real u: cover.u
    readonly property int thread: Math.max(1, u)
    Item {
        id: spine
        anchors.right: parent.right
        width: 13 * binding.u
        height: parent.height
        opacity: 0.75
        Rectangle {
            width: binding.thread
            height: parent.height
            color: Theme.slip
        }
        Repeater {
            model: 4
            Rectangle {
                required property int index
                y: spine.height * (0.08 + 0.28 * index)
                width: spine.width
                height: binding.thread
                color: Theme.slip
            }
        }
    }
    Rectangle {
        x: 11 * binding.u
        y: 10 * binding.u
        width: title.width + 14 * binding.u
        height: Math.max(title.height + 16 * binding.u, 84 * binding.u)
        color: Theme.slip
        Rectangle {
            anchors {
                fill: parent
                margins: 3 * binding.u
            }
            color: Theme.clear
            border {
                width: binding.thread
                color: binding.cover.cloth
            }
        }
        CoverTitle {
            id: title
            anchors {
                top: parent.top
                topMargin: 8 * binding.u
                horizontalCenter: parent.horizontalCenter
            }
            words: binding.cover.title
            u: binding.u
            ink: Theme.sheetInk
            room: 92 * binding.u
        }
    }
    CoverAuthor {
        cover: binding.cover
        x: 11 * binding.u
        anchors {
            bottom: parent.bottom
            bottomMargin: 7 * binding.u
        }
        width: 72 * binding.u
    }
}
