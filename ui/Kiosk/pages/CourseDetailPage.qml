pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// One course: who teaches it, where and when, how many seats are left, and the one step that is open.
KioskPage {
    id: page
    required property Bridge bridge
    required property var course
    required property string may
    required property var whyNot
    required property var notices
    required property var withdrawUntil
    readonly property bool open: may !== "" && may !== "card"
    desk: bridge

    upper: [
        ClassHead {
            width: parent.width
            over: Words.say("kind." + page.course.kind)
            heading: page.course.title
            lines: [Words.say("course.seats", {
                    seats: page.course.seats,
                    free: page.course.free
                }), page.course.state !== "" ? Words.say("programme.mine_" + page.course.state) : page.course.waiting > 0 ? Words.say("course.waits", {
                    waiting: page.course.waiting
                }) : "", Words.say("course.teacher", {
                    teacher: page.course.teacher
                }), Words.say("course.room", {
                    room: page.course.room
                }), page.withdrawUntil ? Words.say("course.until", {
                    date: Words.date(page.withdrawUntil.on),
                    time: page.withdrawUntil.starts
                }) : page.course.confirmBy ? Words.say("course.by", {
                    date: Words.date(page.course.confirmBy.on),
                    time: page.course.confirmBy.starts
                }) : page.course.walkIns ? Words.say("course.walk_ins") : Words.say("course.known_" + page.course.known)]
        }
    ]
    lower: [
        NoticeList {
            id: notices
            width: parent.width
            most: 1
            notices: page.whyNot.concat(page.notices)
        },
        FactLines {
            anchors {
                top: notices.bottom
                topMargin: Theme.s3
            }
            width: parent.width
            lines: [Words.say("course.next") + " · " + Words.say("course.count", {
                    count: page.course.count
                })].concat(page.course.sessions.map(row => Words.say("programme.when", {
                    date: Words.date(row.when.on),
                    weekday: Words.weekday(row.when.on),
                    starts: row.when.starts
                }))).slice(0, Theme.care ? 2 : 5)
        },
        ButtonRow {
            anchors.bottom: parent.bottom
            width: parent.width
            first: Words.say("course.back")
            second: page.open ? Words.say("enrolled.more") : ""
            main: page.open ? Words.say("course." + page.may) : Words.say("enrolled.more")
            mainKind: page.open && page.may !== "withdraw" ? "primary" : "plain"
            onFirstPressed: page.bridge.back()
            onSecondPressed: page.bridge.lessons.programme("", "", false)
            onMainPressed: page.open ? page.may === "withdraw" ? page.bridge.lessons.withdraw(page.course.course) : page.bridge.lessons.enrol(page.course.course) : page.bridge.lessons.programme("", "", false)
        }
    ]
}
