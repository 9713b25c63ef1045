import QtQuick

// Digits as they are typed, by touch or on a keyboard; they leave the page only whole.
Item {
    id: typing
    property int most: 12              // no number and no PIN is longer
    property string digits
    signal entered(string digits)

    function add(digit: string) {
        if (enabled && digits.length < most)
            digits += digit;
    }
    function rub() {
        if (enabled)
            digits = digits.slice(0, -1);
    }
    function clear() {
        digits = "";
    }
    function enter() {
        if (!enabled || digits === "")
            return;
        entered(digits);
        if (enabled)
            clear();
    }
    function key(event: var) {
        if (event.key === Qt.Key_Backspace)
            rub();
        else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
            enter();
        else if (/^[0-9]$/.test(event.text))
            add(event.text);
        else
            return;
        event.accepted = true;
    }
    // once an answer has come, what was typed is of no more use
    onEnabledChanged: if (enabled) {
        clear();
    }
}
