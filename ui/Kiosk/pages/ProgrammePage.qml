pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// What is on in the days to come; all of it, or what begins after work.
KioskPage {
    id: page
    required property Bridge bridge
    required property var rows
    required property var days
    required property var day
    required property string kind
    required property bool afterWork
    desk: bridge
    reach: Theme.header + Theme.s6 * 3

    upper: [
        ClassHead {
            width: parent.width
            heading: Words.say("programme.heading")
            over: [page.kind !== "" ? Words.say("kind." + page.kind) : "", page.day ? Words.date(page.day) : "", page.afterWork ? Words.say("programme.after_work") : ""].filter(part => part).join(" · ")
        }
    ]
    lower: [
        SessionList {
            anchors {
                top: parent.top
                bottom: ways.top
                bottomMargin: Theme.s3
            }
            width: parent.width
            rows: page.rows
            button: Words.say("programme.see")
            none: Words.say("programme.none")
            onChosen: row => page.bridge.lessons.course(row.course)
        },
        ButtonRow {
            id: ways
            anchors.bottom: parent.bottom
            width: parent.width
            first: Words.say("programme.back")
            main: page.afterWork ? Words.say("programme.all") : Words.say("programme.after_work")
            mainKind: "plain"
            onFirstPressed: page.bridge.back()
            onMainPressed: page.bridge.lessons.programme(page.day ?? "", page.kind, !page.afterWork)
        }
    ]
}
