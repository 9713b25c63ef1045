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
    required property var notices
    desk: bridge
    reach: Theme.header + Theme.gate + Theme.s4 * 2

    ground: [
        GateWall {
            width: page.wide ? page.crease : page.width
            height: page.wide ? parent.height : Theme.gate + Theme.s4 * 2
        }
    ]
    upper: [
        GateWords {
            anchors.fill: parent
            text: Words.say("checked_out.done")
            note: page.leftAt !== "" ? Words.say("checked_out.from_to", {
                entered: page.entered,
                left: page.leftAt
            }) : Words.say("checked_out.untimed")
        }
    ]
    lower: [
        NoticeList {
            id: notices
            width: parent.width
            most: 1
            notices: page.notices
        },
        FactLines {
            anchors {
                top: notices.bottom
                topMargin: Theme.s3
            }
            width: parent.width
            lines: [page.session.title, Words.say("checked_out.minutes", {
                    minutes: page.minutes,
                    hours: page.hours
                }), Words.say("checked_out.total", {
                    hours: page.hoursTotal
                })]
        },
        ButtonRow {
            anchors.bottom: parent.bottom
            width: parent.width
            first: Words.say("checked_out.finish")
            main: Words.say("checked_out.next")
            mainIcon: "check"
            onFirstPressed: page.bridge.finish()
            onMainPressed: page.bridge.goOn()
        }
    ]
}
