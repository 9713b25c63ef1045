pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// Letters, digits and the signs of class marks as they are: nothing that is typed becomes a character.
Column {
    id: pad
    required property string clearText
    required property string rubText
    readonly property real keyWidth: (width - 10 * Theme.s1) / 11
    readonly property real keyHeight: (height - 3 * Theme.s1) / 4
    signal struck(string key)
    signal cleared
    signal rubbed
    spacing: Theme.s1
    Repeater {
        model: ["1234567890-", "QWERTYUIOP/", "ASDFGHJKL.=", "ZXCVBNM"]
        Row {
            id: line
            required property string modelData
            required property int index
            spacing: Theme.s1
            Repeater {
                model: line.modelData.split("")
                PadKey {
                    required property string modelData
                    width: pad.keyWidth
                    height: pad.keyHeight
                    digit: modelData
                    px: Theme.section
                    onPressed: pad.struck(modelData)
                }
            }
            PadKey {
                visible: line.index === 3
                width: 2 * pad.keyWidth + Theme.s1
                height: pad.keyHeight
                text: pad.clearText
                onPressed: pad.cleared()
            }
            PadKey {
                visible: line.index === 3
                width: 2 * pad.keyWidth + Theme.s1
                height: pad.keyHeight
                text: pad.rubText
                onPressed: pad.rubbed()
            }
        }
    }
}
