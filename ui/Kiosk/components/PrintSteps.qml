pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// Look, print, take: where the sheet is. The step that has stopped turns ochre.
Row {
    id: steps
    required property var names
    required property int at
    property bool stopped: false
    Repeater {
        model: steps.names
        Item {
            id: step
            required property string modelData
            required property int index
            readonly property bool done: index < steps.at
            readonly property bool here: index === steps.at
            readonly property color tone: here ? (steps.stopped ? Theme.ochre : Theme.vermilion) : done ? Theme.pine : Theme.edge
            width: steps.width / steps.names.length
            height: mark.height + words.height + Theme.s1
            Rectangle {
                visible: step.index < steps.names.length - 1
                x: mark.width
                y: (mark.height - height) / 2
                width: parent.width - mark.width
                height: Theme.s0
                color: step.done ? Theme.pine : Theme.hairline
            }
            Rectangle {
                id: mark
                width: Theme.icon
                height: width
                radius: width / 2
                color: step.done ? Theme.pine : step.here ? step.tone : Theme.paper
                border {
                    width: Theme.line + 1
                    color: step.tone
                }
            }
            Sans {
                id: words
                anchors {
                    top: mark.bottom
                    topMargin: Theme.s1
                }
                width: parent.width - Theme.s2
                text: step.modelData
                strong: step.here
                color: step.here ? step.tone : Theme.inkSoft
                px: Theme.caption
                em: Theme.close
                elide: Text.ElideRight
            }
        }
    }
}
