pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// The end of the first run: who works here first, and what was left for later, each with what follows from it.
Column {
    id: end
    required property string staff
    required property string pin
    required property var skipped
    spacing: Theme.s2
    Serif {
        width: parent.width
        text: Words.say("wizard.staff", {
            staff: end.staff
        })
        px: Theme.section
    }
    Serif {
        width: parent.width
        text: end.pin === "" ? Words.say("wizard.pin_own") : Words.say("wizard.pin", {
            pin: end.pin
        })
        color: end.pin === "" ? Theme.ink : Theme.vermilion
        wrapMode: Text.Wrap
        px: Theme.section
    }
    Sans {
        width: parent.width
        text: Words.say("wizard.card")
        color: Theme.inkSoft
        wrapMode: Text.Wrap
        px: Theme.body
        em: Theme.close
    }
    Hairline {
        width: parent.width
    }
    Sans {
        text: Words.say(end.skipped.length > 0 ? "wizard.left_out" : "wizard.nothing_left_out")
        strong: true
        color: end.skipped.length > 0 ? Theme.ochre : Theme.pine
        px: Theme.body
        em: Theme.close
    }
    Repeater {
        model: end.skipped
        Sans {
            required property string modelData
            width: end.width
            text: Words.say("wizard.without." + modelData)
            color: Theme.inkSoft
            wrapMode: Text.Wrap
            px: Theme.caption
            em: Theme.close
        }
    }
}
