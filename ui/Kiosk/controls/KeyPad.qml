pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// Ten digits as on a telephone, and two words: begin anew, and one back.
Item {
    id: pad
    required property string clearText
    required property string rubText
    readonly property real keyWidth: (width - 2 * Theme.s2) / 3
    readonly property real keyHeight: (height - 3 * Theme.s2) / 4
    signal digit(string digit)
    signal clear
    signal rub

    Grid {
        columns: 3
        spacing: Theme.s2
        Repeater {
            model: 9
            PadKey {
                required property int index
                width: pad.keyWidth
                height: pad.keyHeight
                digit: index + 1
                onPressed: pad.digit(digit)
            }
        }
        PadKey {
            width: pad.keyWidth
            height: pad.keyHeight
            text: pad.clearText
            onPressed: pad.clear()
        }
        PadKey {
            width: pad.keyWidth
            height: pad.keyHeight
            digit: "0"
            onPressed: pad.digit(digit)
        }
        PadKey {
            width: pad.keyWidth
            height: pad.keyHeight
            text: pad.rubText
            icon: "rub"
            onPressed: pad.rub()
        }
    }
}
