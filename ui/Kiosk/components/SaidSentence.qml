pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// A form that is a sentence: words, and blanks that can be touched.
Flow {
    id: sentence
    required property var parts            // [{ key, value, around, called }]; the blank stands where _ is in `around`
    required property string hand
    signal taken(string key)
    spacing: Theme.s1
    Repeater {
        model: sentence.parts
        Row {
            id: part
            required property var modelData
            readonly property var around: modelData.around.split("_")
            spacing: Theme.s1
            component Around: Sans {
                visible: text !== ""
                anchors.verticalCenter: parent?.verticalCenter
                color: Theme.inkSoft
                px: Theme.lead
                em: Theme.close
            }
            Around {
                id: before
                text: part.around[0]
            }
            SaidBlank {
                value: part.modelData.value
                called: part.modelData.called
                inHand: sentence.hand === part.modelData.key
                most: sentence.width - (before.visible ? before.width + Theme.s1 : 0) - (after.visible ? after.width + Theme.s1 : 0)
                onPressed: sentence.taken(part.modelData.key)
            }
            Around {
                id: after
                text: part.around[1] ?? ""
            }
        }
    }
}
