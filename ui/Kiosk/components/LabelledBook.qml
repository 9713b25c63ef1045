pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// A book with the hall's label on it, as it is held to the window.
Item {
    id: labelled
    required property var book
    readonly property var bars: [3, 1, 2, 1, 1, 3, 1, 2, 2, 1, 3, 1, 1, 2]
    implicitHeight: cover.height
    BookCover {
        id: cover
        width: parent.width
        book: labelled.book
    }
    Rectangle {
        anchors {
            horizontalCenter: parent.horizontalCenter
            bottom: cover.bottom
            bottomMargin: cover.height * 0.09
        }
        width: cover.width * 0.72
        height: cover.height * 0.17
        color: Theme.sheet
        border {
            width: Theme.line
            color: Theme.sheetInk
        }
        Row {
            id: code
            readonly property real unit: parent.width * 0.8 / (labelled.bars.reduce((sum, bar) => sum + bar, 0) + labelled.bars.length - 1)
            anchors.centerIn: parent
            spacing: unit
            Repeater {
                model: labelled.bars
                Rectangle {
                    required property int modelData
                    width: modelData * code.unit
                    height: cover.height * 0.11
                    color: Theme.sheetInk
                }
            }
        }
    }
}
