pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// The exit is recorded: how long it was, and the hours of the course so far.
KioskPage {
    id: page
    required property Bridge bridge
    required property var session
    required property string entered
    required property string leftAt
    required property int minutes
    required property real hours
    required property real hoursTotal
    required property var progress
    required property var notices
    desk: bridge
    reach: Theme.header + Theme.doorGate + Theme.s4 * 2

    ground: [
        GateWall {
            width: page.wide ? page.crease - Theme.s4 : page.width
            height: page.wide ? parent.height : Theme.doorGate + Theme.s4 * 2
            size: Theme.doorGate
        }
    ]
    upper: [
        DoorGate {
            width: parent.width
            height: page.wide ? parent.height : Theme.doorGate + Theme.s4 * 2
            text: Words.say("checked_out.done")
            title: page.session.title
            number: [page.progress.marks.length > 1 ? Words.say("checked_in.number", {
                    number: page.progress.number
                }) : "", page.session.topic].filter(part => part).join(" · ")
            at: Words.say(page.leftAt === "" ? "checked_out.untimed" : "checked_out.from_to", {
                entered: page.entered,
                left: page.leftAt
            })
        }
    ]
    lower: [
        NoticeList {
            id: notices
            y: page.wide ? Theme.s3 : 0
            width: parent.width
            most: 1
            notices: page.notices
        },
        DoorFacts {
            anchors {
                top: notices.bottom
                topMargin: page.notices.length > 0 ? Theme.s2 : page.wide ? Theme.s4 : 0
            }
            width: parent.width
            here: false
            facts: [
                {
                    fact: page.minutes,
                    text: Words.say("checked_out.minutes")
                },
                {
                    fact: page.care ? "" : page.hours,
                    text: Words.say("checked_out.hours")
                },
                {
                    fact: page.hoursTotal,
                    text: Words.say("checked_out.total")
                }
            ]
            progress: page.progress
            brief: page.care && page.notices.length > 0
            next: Words.say("checked_out.next")
        },
        ButtonRow {
            anchors.bottom: parent.bottom
            width: parent.width
            abreast: page.wide
            first: Words.say("checked_out.on")
            main: Words.say("checked_out.finish")
            mainKind: "plain"
            onFirstPressed: page.bridge.goOn()
            onMainPressed: page.bridge.finish()
        }
    ]
}
