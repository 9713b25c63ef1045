pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// One seat in hand: a second touch puts it right, and its words are the reason that is kept.
Column {
    id: hand
    required property var seat
    required property string revealed
    readonly property bool over: seat.state === "left" || seat.state === "unsettled" || (seat.minutes > 0 && ["in", "late"].includes(seat.state))
    signal corrected(string why)
    signal stepped(int by)
    signal shown
    readonly property bool tight: Theme.care && Theme.wide
    topPadding: Theme.wide ? 0 : Theme.s3
    spacing: tight ? Theme.s1 : Theme.s3
    Item {
        width: parent.width
        height: Math.max(who.height, eye.height)
        Column {
            id: who
            anchors {
                left: parent.left
                right: eye.left
                rightMargin: Theme.s2
            }
            Serif {
                width: parent.width
                text: hand.revealed === "" ? hand.seat.name : hand.revealed
                elide: Text.ElideRight
                px: hand.tight ? Theme.heading : Theme.display
            }
            Sans {
                width: parent.width
                text: [hand.seat.numberTail === "" ? "" : Words.say("roll.tail", {
                        tail: hand.seat.numberTail
                    }), Words.say("roll.state_" + hand.seat.state, {
                        at: hand.seat.at,
                        minutes: hand.seat.minutes
                    })].filter(part => part !== "").join(" · ")
                elide: Text.ElideRight
                color: Theme.inkSoft
                px: Theme.lead
                em: Theme.close
            }
        }
        BigButton {
            id: eye
            anchors {
                right: parent.right
                verticalCenter: who.verticalCenter
            }
            enabled: hand.revealed === ""
            text: Words.say("roll.reveal")
            onPressed: hand.shown()
        }
    }
    Grid {
        id: ways
        width: parent.width
        columns: 2
        spacing: Theme.gap
        Repeater {
            model: ["no_card", "came_late", "asked_off", "not_there"]
            BigButton {
                required property string modelData
                width: (ways.width - ways.spacing) / 2
                height: hand.tight ? Theme.touch : Theme.primary
                text: Words.say("roll.why_" + modelData)
                onPressed: hand.corrected(modelData)
            }
        }
    }
    StepPad {
        visible: hand.over
        width: parent.width
        value: Words.say("roll.minutes", {
            count: hand.seat.minutes
        })
        unit: Words.say("series.unit_length")
        small: 5
        large: 30
        onStepped: by => hand.stepped(by)
    }
}
