pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// Why something was not done, every reason with what it rests on.
Column {
    id: lines
    required property var reasons
    visible: reasons.length > 0
    spacing: Theme.s1
    Repeater {
        model: lines.reasons
        Sans {
            required property var modelData
            width: lines.width
            text: modelData.text + " · " + modelData.facts + " " + modelData.next
            strong: true
            wrapMode: Text.Wrap
            color: Theme.ochre
            px: Dense.body
            em: Theme.close
        }
    }
}
