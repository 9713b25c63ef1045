pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// What is on in the days to come: all of it, of one day, of one kind, or what begins after work. In care mode one at a time.
KioskPage {
    id: page
    required property Bridge bridge
    required property var rows
    required property var days
    required property var day
    required property string kind
    required property bool afterWork
    required property var week
    required property var otherWeek
    required property var kinds
    required property var nextDay
    required property var dayLine
    readonly property string today: bridge.frame.today
    readonly property bool single: care && rows.length > 0
    readonly property bool moved: Theme.above > 0      // there is less room
    readonly property string lined: care || day || dayLine.sessions.length === 0 || moved ? "" : wide ? "apart" : "here"
    desk: bridge
    reach: care ? Math.round(height * Theme.reach) : Math.max(Theme.header + Theme.s6 + Theme.s4, height * Theme.above)

    upper: [
        ProgrammeHead {
            visible: !page.single
            width: parent.width
            day: page.day ?? ""
            count: page.rows.length
            today: page.today
        },
        Loader {
            active: page.lined === "apart"
            anchors {
                bottom: parent.bottom
                bottomMargin: Theme.s4
            }
            width: parent.width
            sourceComponent: TodayLine {
                line: page.dayLine
                onPicked: course => page.bridge.lessons.course(course)
            }
        },
        Loader {
            active: page.single
            y: Theme.wide ? Theme.s3 : Theme.s4
            width: parent.width
            sourceComponent: SessionAlone {
                row: one.row
                today: page.today
                over: Words.say("programme.place", {
                    at: one.at + 1,
                    count: page.rows.length
                })
            }
        }
    ]
    lower: [
        Turner {
            id: one
            keep: true
            rows: page.rows
        },
        Loader {
            active: !page.care
            anchors {
                top: parent.top
                bottom: ways.top
                bottomMargin: Theme.s2
            }
            width: parent.width
            sourceComponent: browse
        },
        Loader {
            active: page.single
            width: parent.width
            sourceComponent: SessionWhere {
                row: one.row
            }
        },
        Loader {
            active: page.care && !page.single
            width: parent.width
            sourceComponent: NothingOn {
                day: page.day ?? ""
                nextDay: page.nextDay ?? ""
                narrowed: page.kind !== "" || page.afterWork
                onPicked: day => page.bridge.lessons.programme(day, page.kind, page.afterWork)
                onAll: page.bridge.lessons.programme("", "", false)
            }
        },
        ButtonRow {
            id: ways
            anchors.bottom: parent.bottom
            width: parent.width
            first: Words.say("programme.back")
            second: page.single && page.rows.length > 1 ? Words.say("programme.one_on") : ""
            secondIcon: "next"
            main: page.care ? page.single ? Words.say("programme.see") : "" : Words.say(page.afterWork ? "programme.any_time" : "programme.after_work")
            mainIcon: page.care ? "" : "clock"
            mainKind: page.care ? "primary" : "plain"
            onFirstPressed: page.bridge.back()
            onSecondPressed: one.at = (one.at + 1) % page.rows.length
            onMainPressed: page.care ? page.bridge.lessons.course(one.row.course) : page.bridge.lessons.programme(page.day ?? "", page.kind, !page.afterWork)
        }
    ]

    Component {
        id: browse
        ProgrammeBrowse {
            rows: page.rows
            line: page.dayLine
            lined: page.lined
            today: page.today
            week: page.week
            days: page.days
            day: page.day ?? ""
            otherWeek: page.otherWeek ?? ""
            kinds: page.kinds
            kind: page.kind
            nextDay: page.nextDay ?? ""
            afterWork: page.afterWork
            onAsked: (day, kind) => page.bridge.lessons.programme(day, kind, page.afterWork)
            onAll: page.bridge.lessons.programme("", "", false)
            onChosen: course => page.bridge.lessons.course(course)
        }
    }
}
