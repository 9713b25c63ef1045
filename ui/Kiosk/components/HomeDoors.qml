import QtQuick
import Kiosk

// Three quiet ways from the first page.
Row {
    id: doors
    readonly property real each: (width - 2 * spacing) / 3
    readonly property bool drawn: each > Theme.canvas / 4
    signal noCard
    signal practice
    signal help
    spacing: Theme.s3
    BigButton {
        width: doors.each
        text: Words.say("home.no_card")
        icon: doors.drawn ? "card" : ""
        onPressed: doors.noCard()
    }
    BigButton {
        width: doors.each
        text: Words.say("home.practice")
        icon: doors.drawn ? "steps" : ""
        onPressed: doors.practice()
    }
    BigButton {
        width: doors.each
        text: Words.say("home.help")
        icon: doors.drawn ? "ask" : ""
        onPressed: doors.help()
    }
}
