pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// 26 letters in alphabetical order, and two words. Letters that lead nowhere step back, so the next press always finds something.
Grid {
    id: pad
    required property string leading       // the letters that lead on
    required property string clearText
    required property string rubText
    property real keyHeight: Theme.touch
    readonly property real keyWidth: (width - (columns - 1) * spacing) / columns
    signal letter(string letter)
    signal clear
    signal rub
    columns: 7
    spacing: Theme.gap
    Repeater {
        model: 26
        PadKey {
            required property int index
            width: pad.keyWidth
            height: pad.keyHeight
            digit: String.fromCharCode(65 + index)
            px: Theme.title
            enabled: pad.leading.includes(digit)
            opacity: enabled ? 1 : Theme.stepped
            onPressed: pad.letter(digit)
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
        text: pad.rubText
        onPressed: pad.rub()
    }
}
