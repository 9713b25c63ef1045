import QtQuick

// What is typed on the page, by touch or on a keyboard; each change is told at once.
Item {
    id: query
    required property string text
    signal changed(string text)

    function add(letter: string) {
        changed(text + letter.toLowerCase());
    }
    function rub() {
        changed(text.slice(0, -1));
    }
    function clear() {
        changed("");
    }
    function key(event: var) {
        if (event.key === Qt.Key_Backspace)
            rub();
        else if (event.key === Qt.Key_Escape)
            clear();
        else if (/^[A-Za-z0-9]$/.test(event.text))
            add(event.text);
        else
            return;
        event.accepted = true;
    }
}
