pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// Everything that may be changed about a member, always in the same place; the digit is its key.
Grid {
    id: grid
    required property var changes
    required property bool card            // cards are made here
    readonly property real each: (width - (columns - 1) * spacing) / columns
    signal asked(string change)
    signal printed
    columns: 3
    spacing: Theme.gap
    DeskButton {
        width: grid.each
        text: Words.say(grid.card ? "member.card" : "member.card_not")
        enabled: grid.card
        onPressed: grid.printed()
    }
    Repeater {
        model: grid.changes
        DeskButton {
            required property string modelData
            required property int index
            width: grid.each
            text: Words.say("member.short." + modelData)
            name: Words.say("member.change." + modelData)
            key: (index + 1) % 10
            onPressed: grid.asked(modelData)
        }
    }
}
