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
    required property int present
    required property real hours
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
            text: Words.say("checked_in.done")
            note: page.entered !== "" ? Words.say("checked_in.at", {
                time: page.entered
            }) : Words.say("checked_in.untimed")
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
            lines: [page.session.title, page.late ? Words.say("checked_in.late") : page.how === "walk_in" || page.how === "standby" ? Words.say("checked_in." + page.how) : "", page.session.room, Words.say("checked_in.present", {
                    count: page.present
                }), page.hours > 0 ? Words.say("checked_in.hours", {
                    hours: page.hours
                }) : "", Words.say("checked_in.leave")]
        },
        ButtonRow {
            anchors.bottom: parent.bottom
            width: parent.width
            first: Words.say("checked_in.finish")
            main: Words.say("checked_in.next")
            mainIcon: "check"
            onFirstPressed: page.bridge.finish()
            onMainPressed: page.bridge.goOn()
        }
    ]
}
