pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// Letters of a name or a title, characters, or digits of a number; a keyboard and a finger do the same.
FocusScope {
    id: finder
    required property string typed
    required property string leading
    property string hint: Words.say("members.hint")
    property string way: /^\d+$/.test(typed) ? "digits" : /[^ -~]/.test(typed) ? "words" : "letters"
    readonly property PinyinPad pad: words.item as PinyinPad
    readonly property string shorter: typed.slice(0, -1)
    signal found(string text)
    implicitHeight: column.height

    function begin(another: string) {
        way = another;
        found("");
    }
    Keys.onPressed: event => {
        if (event.modifiers & (Qt.ControlModifier | Qt.AltModifier))
            return;
        if (event.key === Qt.Key_Backspace)
            finder.pad ? finder.pad.rub() : finder.found(finder.shorter);
        else if (/^[A-Za-z]$/.test(event.text))
            finder.pad ? finder.pad.strike(event.text) : finder.found(finder.way === "digits" ? event.text : finder.typed + event.text);
        else if (finder.pad && finder.pad.typing !== "" && /^[1-9 ]$/.test(event.text))
            finder.pad.strike(event.text);
        else if (/^\d$/.test(event.text))
            finder.found(/^\d*$/.test(finder.typed) ? finder.typed + event.text : event.text);
        else
            return;
        event.accepted = true;
    }
    Column {
        id: column
        width: parent.width
        spacing: Theme.s2
        TypedText {
            width: parent.width
            text: finder.typed
            typing: finder.pad?.typing ?? ""
            apart: finder.way !== "words"
            hint: finder.typed === "" ? "" : finder.hint
        }
        ChoiceChips {
            width: parent.width
            most: 3
            choices: ["letters", "words", "digits"].map(way => ({
                        key: way,
                        text: Words.say("members." + way),
                        chosen: finder.way === way
                    }))
            onPicked: way => finder.begin(way)
        }
        LetterPad {
            visible: finder.way === "letters"
            width: parent.width
            leading: finder.leading
            clearText: Words.say("pin.clear")
            rubText: Words.say("pin.rub")
            onLetter: letter => finder.found(finder.typed + letter)
            onClear: finder.found("")
            onRub: finder.found(finder.shorter)
        }
        KeyPad {
            visible: finder.way === "digits"
            width: parent.width
            height: 4 * Theme.touch + 3 * Theme.s2
            clearText: Words.say("pin.clear")
            rubText: Words.say("pin.rub")
            onDigit: digit => finder.found(finder.typed + digit)
            onClear: finder.found("")
            onRub: finder.found(finder.shorter)
        }
        Loader {
            id: words
            active: finder.way === "words"
            visible: active
            width: parent.width
            height: Theme.pad
            sourceComponent: PinyinPad {
                clearText: Words.say("pin.clear")
                rubText: Words.say("pin.rub")
                onSaid: text => finder.found(finder.typed + text)
                onCleared: finder.found("")
                onRubbed: finder.found(finder.shorter)
            }
        }
    }
}
