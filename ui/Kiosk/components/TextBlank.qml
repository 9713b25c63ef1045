pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// A blank for words: what was said for earlier courses, or characters typed here.
Item {
    id: blank
    required property string value
    required property string called
    required property var earlier          // words to choose from
    property string said: value
    property alias searching: line.searching
    readonly property string typing: pad.typing
    signal written(string text)

    function key(event: var) {
        if (event.key === Qt.Key_Backspace)
            pad.rub();
        else if (/^[A-Za-z0-9]$/.test(event.text) || event.text === " " && pad.typing !== "")
            pad.strike(event.text);
        else
            return;
        event.accepted = true;
    }
    function tell(text: string) {
        said = text;
        written(text);
    }
    TypedText {
        id: line
        width: parent.width
        text: blank.said
        typing: pad.typing
        hint: blank.called
    }
    ChoiceChips {
        id: chips
        visible: blank.earlier.length > 0 && blank.height > line.height + pad.height + height + 2 * Theme.s2
        anchors {
            top: line.bottom
            topMargin: Theme.s2
        }
        width: parent.width
        most: 3
        choices: blank.earlier.slice(0, 3).map(word => ({
                    key: word,
                    text: word,
                    chosen: word === blank.said
                }))
        onPicked: word => blank.tell(word)
    }
    PinyinPad {
        id: pad
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.pad
        clearText: Words.say("pin.clear")
        rubText: Words.say("pin.rub")
        onSaid: text => blank.tell(blank.said + text)
        onCleared: blank.tell("")
        onRubbed: blank.tell(blank.said.slice(0, -1))
    }
}
