import QtQuick
import Kiosk

// The covers before and after these, all about the title, and the way to its shelf.
Row {
    id: row
    required property bool back
    required property bool on
    required property bool here            // it has a shelf to be led to
    readonly property real rest: width - 2 * (turn + spacing)
    readonly property int turn: Theme.small * 0.7
    signal before
    signal after
    signal title
    signal shelf
    spacing: Theme.gap
    height: Theme.wide ? Theme.touch : Theme.touch + Theme.s1
    BigButton {
        width: row.turn
        height: row.height
        enabled: row.back
        text: ""
        name: Words.say("finder.before")
        icon: "back"
        onPressed: row.before()
    }
    BigButton {
        width: row.turn
        height: row.height
        enabled: row.on
        text: ""
        name: Words.say("finder.after")
        icon: "next"
        onPressed: row.after()
    }
    BigButton {
        width: row.here ? (row.rest - row.spacing) * 0.42 : row.rest
        height: row.height
        kind: row.here ? "plain" : "primary"
        text: Words.say("finder.title")
        icon: "book"
        onPressed: row.title()
    }
    BigButton {
        visible: row.here
        width: (row.rest - row.spacing) * 0.58
        height: row.height
        kind: "primary"
        text: Words.say("finder.shelf")
        icon: "pin"
        onPressed: row.shelf()
    }
}
