pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// How full the room is, to be read from the door; who hopes for a seat.
Item {
    id: head
    required property var session
    required property var counts
    required property var standby
    readonly property var numbers: [["expected", counts.expected, false], ["late", counts.late, true], ["excused", counts.excused, false], ["unsettled", counts.unsettled, true], ["waiting", counts.waiting, false]].filter(([, many], n) => n === 0 || many > 0).slice(0, 4)
    Column {
        id: names
        y: Theme.wide ? Theme.s4 : Theme.s3
        width: parent.width
        Serif {
            width: parent.width
            text: head.session.title
            elide: Text.ElideRight
            px: Theme.heading
        }
        Sans {
            width: parent.width
            text: [head.session.when.starts + "–" + head.session.when.ends, head.session.room, head.session.teacher].filter(part => part !== "").join(" · ")
            elide: Text.ElideRight
            color: Theme.inkSoft
            px: Theme.body
            em: Theme.close
        }
    }
    Row {
        id: tally
        anchors {
            top: names.bottom
            topMargin: Theme.wide ? Theme.s3 : Theme.s1
        }
        Figure {
            id: many
            text: head.counts.present
            px: Theme.hero
        }
        Figure {
            anchors.baseline: many.baseline
            text: " / " + head.counts.seats
            color: Theme.inkSoft
            px: Theme.heading
        }
    }
    Row {
        id: parts
        anchors {
            left: Theme.wide ? parent.left : tally.right
            leftMargin: Theme.wide ? 0 : Theme.s5
            right: parent.right
            top: Theme.wide ? tally.bottom : undefined
            topMargin: Theme.s2
            verticalCenter: Theme.wide ? undefined : tally.verticalCenter
        }
        Repeater {
            model: head.numbers
            Column {
                id: part
                required property var modelData
                readonly property color tone: modelData[2] ? Theme.ochre : Theme.ink
                width: parts.width / head.numbers.length
                Figure {
                    text: part.modelData[1]
                    color: part.tone
                    px: Theme.title
                }
                Label {
                    width: parent.width - Theme.s1
                    height: Math.round(px * Theme.close)
                    text: Words.say("roll.count_" + part.modelData[0])
                    color: part.tone
                    strong: false
                    px: Theme.body
                }
            }
        }
    }
    Column {
        visible: Theme.wide && head.standby.length > 0
        anchors {
            top: parts.bottom
            topMargin: Theme.s4
        }
        width: parent.width
        Rectangle {
            width: parent.width
            height: Theme.s0
            color: Theme.ink
        }
        Serif {
            text: Words.say("roll.standby")
            topPadding: Theme.s1
            px: Theme.lead
        }
        Repeater {
            model: head.standby.slice(0, Theme.care ? 1 : 3)
            Label {
                id: waiter
                required property var modelData
                required property int index
                width: head.width
                height: Math.round(px * Theme.roomy)
                text: (index + 1) + "  " + modelData.name
                font.family: Theme.serif
                px: Theme.label
            }
        }
    }
}
