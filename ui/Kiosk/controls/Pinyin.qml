import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Plugins

// Letters become characters, by the pinyin engine of Qt Virtual Keyboard. What is typed is kept nowhere.
Item {
    id: pinyin
    readonly property var engine: InputContext.inputEngine
    readonly property string typing: InputContext.preeditText     // letters, and characters chosen for the first of them
    readonly property var words: engine.wordCandidateListModel
    signal chosen(string word)

    function press(letter: string) {
        engine.virtualKeyClick(letter.toUpperCase().charCodeAt(0), letter.toLowerCase(), Qt.NoModifier);
    }
    function rub() {
        engine.virtualKeyClick(Qt.Key_Backspace, "", Qt.NoModifier);
    }
    // the engine tells what still waits; what no longer does has become characters
    function choose(index: int, word: string) {
        const before = typing.replace(/[a-z' ]+/g, "");
        words.selectItem(index);
        if (typing === "")
            chosen(before + word);
    }
    function clear() {
        method.reset();
        InputContext.preeditText = "";
    }
    PinyinInputMethod {
        id: method
    }
    Component.onCompleted: {
        engine.inputMethod = method;
        engine.inputMode = InputEngine.InputMode.Pinyin;
    }
    Component.onDestruction: {
        clear();
        engine.inputMethod = null;
    }
}
