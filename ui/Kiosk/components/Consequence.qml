pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// What would follow, one line after another: each a fact, none a warning without a number.
Column {
    id: told
    required property var lines            // sentences
    required property var reasons          // why it cannot be: worded, with code
    property string well                   // said where all is done
    spacing: Theme.s1
    Repeater {
        model: told.lines
        Row {
            id: one
            required property string modelData
            spacing: 14
            Rectangle {
                y: Theme.s2
                width: Theme.s1
                height: Theme.s1
                radius: Theme.s0
                color: Theme.inkSoft
            }
            Sans {
                width: told.width - Theme.s1 - one.spacing
                text: one.modelData
                wrapMode: Text.Wrap
                px: Dense.body
                em: Theme.close
            }
        }
    }
    Repeater {
        model: told.reasons
        Sans {
            required property var modelData
            width: told.width
            text: modelData.text + "：" + modelData.facts + modelData.next + " " + modelData.code
            color: Theme.ochre
            wrapMode: Text.Wrap
            px: Dense.body
            em: Theme.close
        }
    }
    Mark {
        visible: told.well !== ""
        text: told.well
        strong: true
        px: Dense.body
    }
}
