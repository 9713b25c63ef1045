pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// The cloths of all classes side by side: the library as an ornament.
Item {
    id: shelf
    readonly property var letters: Object.keys(Theme.cloth)
    readonly property var heights: [0.86, 0.94, 0.8, 1, 0.9, 0.76, 0.96]
    readonly property real each: (width - Theme.s0 * (letters.length - 1)) / letters.length
    Row {
        anchors.bottom: board.top
        spacing: Theme.s0
        Repeater {
            model: shelf.letters
            Rectangle {
                id: spine
                required property string modelData
                required property int index
                anchors.bottom: parent.bottom
                width: Math.floor(shelf.each)
                height: Math.round(shelf.height * shelf.heights[index % shelf.heights.length]) - board.height * 3
                color: Theme.clothOf(modelData)
                Repeater {
                    model: [0.08, 0.12, 0.7]
                    Rectangle {
                        required property real modelData
                        y: Math.round(spine.height * modelData)
                        width: spine.width
                        height: 2
                        color: Theme.sheetLine
                    }
                }
                Figure {
                    anchors {
                        horizontalCenter: parent.horizontalCenter
                        bottom: parent.bottom
                        bottomMargin: Theme.s2
                    }
                    Accessible.ignored: true
                    text: spine.modelData
                    color: Theme.slip
                    px: Theme.least
                }
            }
        }
    }
    Rectangle {
        id: board
        anchors {
            bottom: parent.bottom
            bottomMargin: Theme.s1
        }
        x: -Theme.s2
        width: parent.width + 2 * Theme.s2
        height: Theme.s0
        color: Theme.ink
    }
    Rectangle {
        anchors.bottom: parent.bottom
        x: -Theme.s2
        width: parent.width + 2 * Theme.s2
        height: Theme.s0 / 2
        color: Theme.gold
    }
}
