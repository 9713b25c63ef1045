pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// 书脊: paper board, cloth spine, and five small spines whose widths and heights are the book's own.
Rectangle {
    id: binding
    required property BookCover cover
    readonly property real u: cover.u
    color: Theme.slip
    border {
        width: 1
        color: Theme.hairline
    }
    Rectangle {
        width: 24 * binding.u
        height: parent.height
        color: binding.cover.cloth
    }
    Row {
        x: 32 * binding.u
        anchors.bottom: foot.top
        spacing: 2.4 * binding.u
        Repeater {
            model: 5
            Rectangle {
                required property int index
                readonly property int own: binding.cover.seed >> index
                anchors.bottom: parent.bottom
                width: (3 + own % 3) * binding.u
                height: (14 + own % 6 * 4) * binding.u
                color: binding.cover.cloth
                opacity: index % 2 ? 1 : 0.6
            }
        }
    }
    Rectangle {
        id: foot
        x: 24 * binding.u
        y: parent.height - 20 * binding.u
        width: 76 * binding.u
        height: Math.max(1, binding.u)
        color: binding.cover.cloth
    }
    CoverTitle {
        anchors {
            right: parent.right
            top: parent.top
            margins: 9 * binding.u
        }
        words: binding.cover.title
        u: binding.u
        ink: binding.cover.cloth
        room: 106 * u
        most: 26 * u
    }
    CoverAuthor {
        cover: binding.cover
        x: 32 * binding.u
        anchors {
            bottom: parent.bottom
            bottomMargin: 5 * binding.u
        }
        color: binding.cover.cloth
        width: 62 * binding.u
    }
}
