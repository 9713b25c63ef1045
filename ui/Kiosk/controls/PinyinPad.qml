pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// A keyboard for characters: the words that the letters may mean stand over the keys.
Item {
    id: pad
    required property string clearText
    required property string rubText
    property bool counting: false          // digits stand in place of letters
    readonly property var rows: counting ? ["1234567890", "-:·/.", ""] : ["QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM"]
    readonly property real stripHeight: Theme.touch
    readonly property real keyWidth: (width - 9 * Theme.s1) / 10
    readonly property real keyHeight: (height - stripHeight - 3 * Theme.s1 - Theme.s0) / 3
    readonly property string typing: pinyin.typing
    signal said(string text)               // characters, digits, or letters left as they are
    signal cleared
    signal rubbed

    function press(key: string) {
        if (/^[A-Za-z]$/.test(key))
            pinyin.press(key);
        else
            said(taken() + key);
    }
    // from a keyboard: a digit or a space takes one of the words, as everywhere
    function strike(key: string) {
        if (typing !== "" && /^[1-9 ]$/.test(key))
            strip.pick(key === " " ? 0 : Number(key) - 1);
        else
            press(key);
    }
    // letters that nobody chose characters for stay letters
    function taken(): string {
        const left = pinyin.typing.replace(/[' ]/g, "");
        if (left !== "")
            pinyin.clear();
        return left;
    }
    function rub() {
        if (pinyin.typing === "")
            return rubbed();
        pinyin.rub();
        if (pinyin.typing === "")
            said("");
    }
    Pinyin {
        id: pinyin
        onChosen: word => pad.said(word)
    }
    WordStrip {
        id: strip
        width: parent.width
        height: pad.stripHeight
        words: pinyin.words
        typing: pinyin.typing
        onChosen: (index, word) => pinyin.choose(index, word)
    }
    Column {
        anchors.bottom: parent.bottom
        width: parent.width
        spacing: Theme.s1
        Repeater {
            model: 3
            Row {
                id: line
                required property int index
                anchors.horizontalCenter: index < 2 ? parent?.horizontalCenter : undefined
                spacing: Theme.s1
                Repeater {
                    model: pad.rows[line.index].split("").filter(key => key !== "")
                    PadKey {
                        required property string modelData
                        width: pad.keyWidth
                        height: pad.keyHeight
                        digit: modelData
                        px: Theme.section
                        onPressed: pad.press(modelData)
                    }
                }
                Repeater {
                    model: line.index === 2 ? ["count", "clear", "rub"] : []
                    PadKey {
                        required property string modelData
                        width: pad.counting && modelData === "count" ? pad.width - 4 * (pad.keyWidth + Theme.s1) : modelData === "count" || !pad.counting ? pad.keyWidth : 2 * pad.keyWidth + Theme.s0
                        height: pad.keyHeight
                        text: modelData === "count" ? (pad.counting ? "ABC" : "123") : modelData === "clear" ? pad.clearText : pad.rubText
                        onPressed: {
                            if (modelData === "count")
                                pad.counting = !pad.counting;
                            else if (modelData === "rub")
                                pad.rub();
                            else {
                                pad.taken();
                                pad.cleared();
                            }
                        }
                    }
                }
            }
        }
    }
}
