pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// Letters of a name, or digits of a number.
Column {
    id: finder
    required property string typed
    required property string leading
    property bool digits: /^\d+$/.test(typed)
    readonly property string shorter: typed.slice(0, -1)
    signal found(string text)
    spacing: Theme.s2

    function key(event: var) {
        if (!visible)
            return;
        if (event.key === Qt.Key_Backspace)
            found(shorter);
        else if (/^[A-Za-z0-9]$/.test(event.text))
            found(typed + event.text);
        else
            return;
        event.accepted = true;
    }
    TypedText {
        width: parent.width
        text: finder.typed
        typing: ""
        apart: true
        hint: Words.say("register.hint")
    }
    ChoiceChips {
        visible: !(Theme.care && Theme.wide)
        width: parent.width
        most: 2
        choices: [["letters", false], ["digits", true]].map(([key, counts]) => ({
                    key: key,
                    text: Words.say("register." + key),
                    chosen: finder.digits === counts
                }))
        onPicked: key => {
            finder.found("");
            finder.digits = key === "digits";
        }
    }
    LetterPad {
        visible: !finder.digits
        width: parent.width
        keyHeight: Theme.wide ? Theme.chip : Theme.touch
        leading: finder.leading
        clearText: Words.say("pin.clear")
        rubText: Words.say("pin.rub")
        onLetter: letter => finder.found(finder.typed + letter)
        onClear: finder.found("")
        onRub: finder.found(finder.shorter)
    }
    KeyPad {
        visible: finder.digits
        width: parent.width
        height: 4 * (Theme.wide ? Theme.chip : Theme.touch) + 3 * Theme.s2
        clearText: Words.say("pin.clear")
        rubText: Words.say("pin.rub")
        onDigit: digit => finder.found(finder.typed + digit)
        onClear: finder.found("")
        onRub: finder.found(finder.shorter)
    }
}
