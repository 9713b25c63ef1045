pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// The sessions of a course, one box each: filled was attended, with a stroke was missed, open is still to come.
Row {
    id: bar
    required property var marks            // came, missed, coming
    readonly property real each: (width - (marks.length - 1) * spacing) / Math.max(1, marks.length)
    height: Theme.lessonBar
    spacing: marks.length > 24 ? Theme.s0 : Theme.gap
    Repeater {
        model: bar.marks
        Rectangle {
            id: mark
            required property string modelData
            width: bar.each
            height: bar.height
            color: modelData === "came" ? Theme.pineFill : Theme.clear
            border {
                width: Theme.line
                color: modelData === "came" ? Theme.pine : modelData === "missed" ? Theme.hairline : Theme.edge
            }
            Rectangle {
                visible: mark.modelData === "missed"
                anchors.centerIn: parent
                width: parent.width / 2
                height: Theme.line
                color: Theme.edge
            }
        }
    }
}
