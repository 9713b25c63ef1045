pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// What is pressed to find: letters, a keyboard for characters, or classes.
Item {
    id: pads
    required property string way
    required property string typed
    required property string leading
    required property string mark
    required property var classes
    required property real room            // what the first choice of a class may take
    readonly property string shown: way === "words" ? said : typed
    readonly property string typing: way === "words" ? (words.item as PinyinPad)?.typing ?? "" : ""
    property string said                   // characters so far; the letters after them are not said yet
    readonly property int lines: Math.ceil(classes.length / 3)
    signal find(string text)
    signal open(string mark)

    function key(event: var) {
        const pad = words.item as PinyinPad;
        if (way === "letters")
            return query.key(event);
        if (pad && event.key === Qt.Key_Backspace)
            pad.rub();
        else if (pad && /^[A-Za-z0-9]$/.test(event.text))
            pad.press(event.text);
        else
            return;
        event.accepted = true;
    }
    function whole(): string {
        return said + typing.replace(/[' ]/g, "");
    }
    function tell() {
        find(whole());
    }
    height: way === "classes" ? tiles.height : way === "letters" || way === "words" ? Theme.pad : 0
    Component.onCompleted: said = typed
    onTypedChanged: if (typed !== whole()) {
        said = typed;
    }
    onTypingChanged: if (typing !== "") {
        tell();
    }
    Query {
        id: query
        text: pads.typed
        onChanged: text => pads.find(text)
    }
    Loader {
        active: pads.way === "letters"
        anchors.fill: parent
        sourceComponent: LetterPad {
            leading: pads.leading
            keyHeight: (pads.height - 3 * spacing) / 4
            clearText: Words.say("pin.clear")
            rubText: Words.say("pin.rub")
            onLetter: letter => query.add(letter)
            onClear: query.clear()
            onRub: query.rub()
        }
    }
    Loader {
        id: words
        active: pads.way === "words"
        anchors.fill: parent
        sourceComponent: PinyinPad {
            clearText: Words.say("pin.clear")
            rubText: Words.say("pin.rub")
            onSaid: text => {
                pads.said += text;
                pads.tell();
            }
            onCleared: {
                pads.said = "";
                pads.tell();
            }
            onRubbed: {
                pads.said = pads.said.slice(0, -1);
                pads.tell();
            }
        }
    }
    Loader {
        id: tiles
        active: pads.way === "classes"
        width: parent.width
        sourceComponent: ClassTiles {
            classes: pads.classes
            tileHeight: Math.min(Theme.touch, (pads.mark === "" ? pads.room : Theme.pad) / pads.lines - spacing)
            onChosen: mark => pads.open(mark)
        }
    }
}
