pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// A line of a list: when or who, what it is, what belongs to it, and at the right the number.
Item {
    id: line
    required property var cells
    property bool head: false
    readonly property var parts: cells.length < 4 ? [0.4, 0.4, 0.2] : Theme.wide ? [0.2, 0.48, 0.16, 0.16] : [0.26, 0.36, 0.12, 0.26]
    implicitHeight: head ? Dense.touch - Theme.s1 : Dense.row - Theme.s1
    Row {
        anchors.fill: parent
        Repeater {
            model: line.cells
            Sans {
                required property string modelData
                required property int index
                readonly property bool last: index === line.cells.length - 1
                width: line.width * line.parts[index] - (last ? 0 : Theme.s2)
                height: line.height
                verticalAlignment: Text.AlignVCenter
                horizontalAlignment: last ? Text.AlignRight : Text.AlignLeft
                rightPadding: Theme.s0
                text: modelData
                elide: Text.ElideRight
                strong: !line.head && index === (line.cells.length > 3 ? 1 : 0)
                px: line.head || index !== 1 && line.cells.length > 3 ? Dense.caption + 1 : Dense.body
                color: line.head || !strong ? Theme.inkSoft : Theme.ink
            }
        }
    }
    Hairline {
        anchors.bottom: parent.bottom
        width: parent.width
        height: line.head ? 3 : 1
        color: line.head ? Theme.ink : Theme.hairline
    }
}
