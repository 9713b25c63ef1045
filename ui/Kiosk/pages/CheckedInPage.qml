pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// The entry is recorded. Nobody has to press anything: the next card begins the next visit.
KioskPage {
    id: page
    required property Bridge bridge
    required property var session
    required property string entered
    required property bool late
    required property string how
    required property int earlyMin
    required property int present
    required property real hours
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
            text: Words.say("checked_in.done")
            title: page.session.title
            number: [page.progress.marks.length > 1 ? Words.say("checked_in.number", {
                    number: page.progress.number
                }) : "", page.session.topic].filter(part => part).join(" · ")
            at: Words.say(page.entered === "" ? "checked_in.untimed" : page.late ? "checked_in.late" : page.earlyMin > 0 ? "checked_in.early" : "checked_in.at", {
                time: page.entered,
                minutes: page.earlyMin
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
            facts: [
                {
                    fact: page.session.room,
                    text: Words.say("checked_in.room")
                },
                {
                    fact: page.present > 0 ? page.present : "",
                    text: Words.say("checked_in.present")
                },
                {
                    fact: page.hours > 0 && !page.care ? page.hours : "",
                    text: Words.say("checked_in.hours")
                }
            ]
            lead: Words.upright || page.care ? 1.7 : 1.4
            remark: page.how === "walk_in" || page.how === "standby" ? Words.say("checked_in." + page.how) : ""
            progress: page.progress
            brief: page.care && page.notices.length > 0
            next: Words.say("checked_in.next")
        },
        ButtonRow {
            anchors.bottom: parent.bottom
            width: parent.width
            abreast: page.wide
            first: Words.say("checked_in.on")
            main: Words.say("checked_in.finish")
            mainKind: "plain"
            onFirstPressed: page.bridge.goOn()
            onMainPressed: page.bridge.finish()
        }
    ]
}
