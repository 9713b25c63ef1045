import QtQuick
import Kiosk

// What stops new loans: until when, why, what it does not touch, and the way to lift it.
Rectangle {
    id: box
    required property var stop             // { why, until, days }
    signal lifted
    implicitHeight: words.height + 2 * Dense.gap
    color: Theme.ochreTint
    Rectangle {
        width: parent.width
        height: Theme.s0
        color: Theme.ochre
    }
    Column {
        id: words
        x: Dense.gap
        y: Dense.gap
        width: parent.width - 2 * Dense.gap
        spacing: Theme.s1
        Serif {
            text: Words.say("members.state.stopped")
            px: Dense.head
        }
        Sans {
            width: parent.width
            text: box.stop.until ? Words.say("member.stop_until", {
                date: Words.date(box.stop.until),
                days: box.stop.days
            }) : Words.say("member.stop_open")
            strong: true
            wrapMode: Text.Wrap
            px: Dense.body
            em: Theme.close
        }
        Sans {
            width: parent.width
            text: Words.say("member.stop_why", {
                why: Words.say("suspended." + box.stop.why)
            })
            wrapMode: Text.Wrap
            color: Theme.inkSoft
            px: Dense.caption
            em: Theme.close
        }
        DeskButton {
            width: parent.width
            text: Words.say("member.change.lift")
            key: "U"
            onPressed: box.lifted()
        }
    }
}
