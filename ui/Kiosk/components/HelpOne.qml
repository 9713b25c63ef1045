import QtQuick
import Kiosk

// Care mode: one thing, in large words.
Column {
    id: one
    required property string name
    required property string place
    property string side: "below"
    topPadding: Theme.s3
    spacing: Theme.s2
    Sans {
        text: one.place
        color: Theme.pine
        strong: true
        px: Theme.body
    }
    Serif {
        width: parent.width
        text: Words.say("help." + one.name)
        wrapMode: Text.Wrap
        px: Theme.display
    }
    Sans {
        width: parent.width
        text: Words.say("help." + one.name + (one.name === "window" ? "_" + one.side : "_how"))
        wrapMode: Text.Wrap
        px: Theme.lead
    }
}
