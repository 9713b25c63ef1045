pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// A line that is typed: characters, or letters and digits as they are.
Item {
    id: typed
    required property string begun         // what stood there
    required property string called
    property bool code: false
    property string said: begun
    readonly property string typing: (words.item as TextBlank)?.typing ?? ""
    implicitHeight: Theme.pad + 140

    // true where it was a key of the line
    function key(event: var): bool {
        if (event.modifiers & (Qt.ControlModifier | Qt.AltModifier))
            return false;
        if (!code) {
            if (event.key !== Qt.Key_Backspace && !/^[A-Za-z0-9 ]$/.test(event.text))
                return false;
            (words.item as TextBlank).key(event);
            return true;
        }
        if (event.key === Qt.Key_Backspace)
            said = said.slice(0, -1);
        else if (/^[A-Za-z0-9.\-\/:=+]$/.test(event.text))
            said += event.text.toUpperCase();
        else
            return false;
        return true;
    }
    onBegunChanged: said = begun
    Loader {
        id: words
        anchors.fill: parent
        active: !typed.code
        sourceComponent: TextBlank {
            value: typed.said
            called: typed.called
            earlier: []
            searching: false
            onWritten: text => typed.said = text
        }
    }
    TypedText {
        visible: typed.code
        width: parent.width
        text: typed.said
        searching: false
        hint: typed.called
    }
    CodePad {
        visible: typed.code
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.pad
        clearText: Words.say("pin.clear")
        rubText: Words.say("pin.rub")
        onStruck: key => typed.said += key
        onCleared: typed.said = ""
        onRubbed: typed.said = typed.said.slice(0, -1)
    }
}
