import QtQuick
import Kiosk

// One line of the card in hand: the old struck out, the new, and the keys to write it with.
FocusScope {
    id: hand
    required property var writing          // { key, was, text, code, whyNot }
    readonly property bool changed: line.said !== writing.was
    signal written(string text)
    signal dropped
    function key(key: string) {
        if (key === "Esc")
            dropped();
        else if (key === "Enter" && changed)
            written(line.said);
    }
    implicitHeight: head.height + line.height + ways.height + 2 * Theme.s3
    Keys.onPressed: event => event.accepted = line.key(event)
    Column {
        id: head
        width: parent.width
        spacing: Theme.s1
        DeskHeading {
            width: parent.width
            text: Words.say("titles.field_" + hand.writing.key)
            note: Words.say(hand.writing.key === "isbn" ? "titles.scan_isbn" : "titles.back_later")
        }
        ChangedLine {
            visible: hand.changed && hand.writing.was !== ""
            height: visible ? implicitHeight : 0
            label: ""
            before: hand.writing.was
            after: line.said
        }
        ReasonLines {
            width: parent.width
            reasons: hand.writing.whyNot
        }
    }
    LineTyped {
        id: line
        anchors {
            top: head.bottom
            topMargin: Theme.s2
        }
        width: parent.width
        height: implicitHeight
        code: hand.writing.code
        begun: hand.writing.text
        called: Words.say("titles.called_" + (hand.writing.code ? "code" : "words"))
    }
    TwoWays {
        id: ways
        anchors.bottom: parent.bottom
        width: parent.width
        ready: hand.changed
        leave: Words.say("titles.leave_blank")
        go: Words.say(hand.changed ? "titles.keep" : "titles.unchanged")
        onDropped: hand.dropped()
        onGone: hand.written(line.said)
    }
}
