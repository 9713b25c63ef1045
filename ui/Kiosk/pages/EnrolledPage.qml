pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// A seat, a place on the list, or a wish; only a seat stands in the gate and brings the dates for a phone's calendar.
KioskPage {
    id: page
    required property Bridge bridge
    required property var course
    required property string outcome
    required property int ahead
    required property var notices
    required property var withdrawUntil
    required property string calendar
    readonly property bool seat: outcome === "confirmed"
    readonly property var first: course.sessions[0] ?? null
    readonly property string until: withdrawUntil ? Words.say("course.until", {
        date: Words.date(withdrawUntil.on),
        time: withdrawUntil.starts
    }) : ""
    readonly property int gate: care ? Theme.doorGate : Theme.gate + Theme.s5
    readonly property int gated: gate + Theme.s4 * 2
    desk: bridge
    reach: seat ? Theme.header + gated : Math.round(height * Theme.reach)

    ground: [
        GateWall {
            visible: page.seat
            width: page.wide ? page.crease - Theme.s4 : page.width
            size: page.gate
            height: page.wide ? parent.height : page.gated
        }
    ]
    upper: [
        DoorGate {
            visible: page.seat
            width: parent.width
            height: page.wide ? parent.height : page.gated
            size: page.gate
            text: Words.say("enrolled.confirmed")
            title: page.course.title
            number: ""
            at: Words.say("enrolled.confirmed_how")
        },
        Loader {
            active: !page.seat
            anchors.fill: parent
            sourceComponent: EnrolledWait {
                outcome: page.outcome
                ahead: page.ahead
                title: page.course.title
            }
        }
    ]
    lower: [
        FactStrip {
            id: facts
            visible: page.first !== null
            y: page.wide ? Theme.s4 : 0
            width: parent.width
            height: visible ? implicitHeight : 0
            px: Theme.heading
            here: page.seat
            facts: page.first ? [
                {
                    fact: Words.date(page.first.when.on),
                    text: [Words.say(page.seat ? "enrolled.first" : "course.first"), Words.weekday(page.first.when.on), page.first.when.starts].join(" ")
                },
                {
                    fact: page.first.room,
                    text: Words.say("enrolled.where")
                }
            ] : []
        },
        NoticeList {
            id: notices
            anchors {
                top: facts.bottom
                topMargin: facts.visible ? Theme.s4 : 0
            }
            width: parent.width
            most: 1
            notices: code.active ? [] : page.notices
        },
        Loader {
            id: code
            active: page.calendar !== "" && !page.care
            anchors {
                top: notices.bottom
                topMargin: Theme.s2
            }
            width: parent.width
            height: Math.min(Theme.calendarCode, ways.y - y - Theme.s3)
            sourceComponent: CalendarCode {
                rows: page.bridge.modules(page.calendar)
                note: page.until
                notices: page.notices
            }
        },
        Sans {
            visible: !code.active && text !== ""
            anchors {
                top: notices.bottom
                topMargin: Theme.s3
            }
            width: parent.width
            text: page.until
            color: Theme.inkSoft
            px: Theme.note
            em: Theme.close
            wrapMode: Text.Wrap
        },
        ButtonRow {
            id: ways
            anchors.bottom: parent.bottom
            width: parent.width
            abreast: page.wide
            first: Words.say("enrolled.more")
            main: Words.say("enrolled.finish")
            mainIcon: "check"
            onFirstPressed: page.bridge.lessons.programme("", "", false)
            onMainPressed: page.bridge.finish()
        }
    ]
}
