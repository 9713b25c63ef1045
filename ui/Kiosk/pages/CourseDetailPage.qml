pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// One course: who leads it, where and when, how many seats are left, and the one step that is open.
KioskPage {
    id: page
    required property Bridge bridge
    required property var course
    required property string may
    required property var whyNot
    required property var notices
    required property var withdrawUntil
    readonly property bool open: may !== "" && may !== "card"
    readonly property bool refused: whyNot.length > 0
    desk: bridge
    reach: Theme.header + head.height + (care ? Theme.s3 : Theme.s4)

    upper: [
        CourseHead {
            id: head
            width: parent.width
            height: implicitHeight
            course: page.course
            calm: page.may === "card" || page.refused
        }
    ]
    lower: [
        NoticeList {
            id: notices
            y: page.wide ? Theme.s2 : 0
            width: parent.width
            most: 1
            notices: page.refused ? [] : page.notices
        },
        ReasonList {
            id: reasons
            visible: page.refused
            turner: !page.care
            anchors {
                top: notices.bottom
                bottom: ways.top
            }
            width: parent.width
            reasons: page.whyNot
        },
        CourseDates {
            id: dates
            visible: !page.refused
            anchors {
                top: notices.bottom
                topMargin: page.notices.length > 0 ? Theme.s2 : page.wide ? Theme.s3 : 0
            }
            width: parent.width
            sessions: page.course.sessions
            count: page.course.count
        },
        Sans {
            id: fresh
            visible: !page.refused && !(page.care && (page.may === "card" || page.notices.length > 0))
            anchors {
                top: dates.bottom
                topMargin: Theme.s3
            }
            width: parent.width
            text: page.withdrawUntil ? Words.say("course.until", {
                date: Words.date(page.withdrawUntil.on),
                time: page.withdrawUntil.starts
            }) : [Words.say("course.known_" + page.course.known), page.course.walkIns ? Words.say("course.walk_ins") : ""].filter(part => part).join(Words.upright ? "" : " ")
            color: Theme.inkSoft
            px: Theme.note
            em: Theme.close
            wrapMode: Text.Wrap
        },
        ScanNext {
            visible: page.may === "card"
            anchors {
                bottom: ways.top
                bottomMargin: Theme.s2
            }
            width: parent.width
            text: Words.say("course.card")
            side: page.bridge.machine.scannerSide
            px: Theme.lead
            tone: Theme.ink
        },
        ButtonRow {
            id: ways
            readonly property bool turns: page.refused && page.care && reasons.pages > 1
            anchors.bottom: parent.bottom
            width: parent.width
            abreast: page.wide
            first: page.open || turns ? Words.say("course.back") : ""
            second: turns ? Words.say("refusal.turn_one") : ""
            secondIcon: turns ? "next" : ""
            main: page.open ? Words.say("course." + page.may) : turns ? Words.say("enrolled.more") : Words.say("course.back")
            mainKind: page.open && page.may !== "withdraw" ? "primary" : "plain"
            onFirstPressed: page.bridge.back()
            onSecondPressed: reasons.turn()
            onMainPressed: !page.open ? turns ? page.bridge.lessons.programme("", "", false) : page.bridge.back() : page.may === "withdraw" ? page.bridge.lessons.withdraw(page.course.course) : page.bridge.lessons.enrol(page.course.course)
        }
    ]
}
