pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// The first page as it will be printed: the sheet with its labels, those already used taken off, and the very print on it.
Item {
    id: sheet
    required property var paper            // in millimetres; see LabelPaper
    required property int startAt
    required property string page          // a PDF as an address; none while it is drawn
    readonly property real mm: Math.min(width / paper.width, height / paper.height)
    Accessible.role: Accessible.Graphic
    Accessible.name: Words.say("labels.seen")
    Rectangle {
        id: backing
        anchors.horizontalCenter: parent.horizontalCenter
        width: sheet.paper.width * sheet.mm
        height: sheet.paper.height * sheet.mm
        color: Theme.sheetRule
        Repeater {
            model: sheet.paper.columns * sheet.paper.rows
            Rectangle {
                required property int index
                readonly property int column: index % sheet.paper.columns
                readonly property int row: Math.floor(index / sheet.paper.columns)
                readonly property bool used: index < sheet.startAt - 1
                x: (sheet.paper.fromLeft + column * sheet.paper.across) * sheet.mm
                y: (sheet.paper.fromTop + row * sheet.paper.down) * sheet.mm
                width: sheet.paper.labelWidth * sheet.mm
                height: sheet.paper.labelHeight * sheet.mm
                radius: sheet.paper.corner * sheet.mm
                color: used ? Theme.clear : Theme.sheet
                border {
                    width: 1
                    color: used ? Theme.sheet : Theme.sheetRule
                }
            }
        }
        Image {
            objectName: "sheet"
            readonly property bool reading: status === Image.Loading
            anchors.fill: parent
            source: sheet.page
            sourceSize.width: Math.round(backing.width)
            retainWhileLoading: true
            cache: false
        }
    }
}
