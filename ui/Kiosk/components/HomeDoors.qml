import QtQuick
import Kiosk

// Two quiet ways from the first page.
Grid {
    id: doors
    readonly property real each: (width - (columns - 1) * spacing) / columns
    signal practice
    signal help
    columns: 1
    spacing: Theme.s2
    BigButton {
        width: doors.each
        text: Words.say("home.practice")
        icon: "steps"
        onPressed: doors.practice()
    }
    BigButton {
        width: doors.each
        text: Words.say("home.help")
        icon: "ask"
        onPressed: doors.help()
    }
}
