import QtQuick
import Kiosk

// Nothing was found, or nothing typed yet: what to do.
Column {
    id: none
    required property string way
    required property string typed
    required property var meant
    spacing: Theme.s3
    Serif {
        width: parent.width
        text: none.typed === "" ? Words.say("finder.begin_" + none.way) : Words.say("finder.none", {
            typed: none.typed.toUpperCase()
        })
        px: Theme.heading
        wrapMode: Text.Wrap
    }
    Sans {
        width: parent.width
        text: none.typed === "" ? Words.say("finder.how_" + none.way) : none.meant.length > 0 ? Words.say("finder.meant") : Words.say("finder.none_how")
        color: Theme.inkSoft
        px: Theme.lead
        wrapMode: Text.Wrap
    }
}
