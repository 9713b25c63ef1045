pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// What the member has on loan, until when, and what can be kept longer. In care mode: one loan at a time.
KioskPage {
    id: page
    required property Bridge bridge
    required property var loans
    required property int most
    required property int mayTake
    required property var fresh
    required property var notices
    required property var holds
    readonly property bool single: care && loans.length > 0
    desk: bridge
    reach: single ? Math.round(height * Theme.reach) : Theme.header + Theme.ring + Theme.s5 * 2

    upper: [
        Loader {
            anchors.fill: parent
            sourceComponent: page.single ? one : summary
        }
    ]
    lower: [
        Loader {
            anchors.fill: parent
            sourceComponent: page.single ? oneBelow : list
        }
    ]

    Component {
        id: summary
        RecordHead {
            loans: page.loans
            most: page.most
            mayTake: page.mayTake
        }
    }
    Component {
        id: list
        RecordList {
            loans: page.loans
            fresh: page.fresh
            notices: page.notices
            holds: page.holds
            onCancelHold: hold => page.bridge.finder.cancelHold(hold)
            onSuspendHold: hold => page.bridge.finder.suspendHold(hold)
            onResumeHold: hold => page.bridge.finder.resumeHold(hold)
            onRenew: loan => page.bridge.renew(loan)
            onRenewAll: page.bridge.renewAll()
            onBorrow: page.bridge.basket()
            onPassport: page.bridge.papers.passport()
            onFinish: page.bridge.finish()
        }
    }
    Component {
        id: one
        CareBook {
            book: shown.row.book
            told: Words.say("record.nth", {
                number: shown.at + 1,
                count: page.loans.length
            })
        }
    }
    Component {
        id: oneBelow
        CareLoan {
            readonly property bool last: shown.at >= page.loans.length - 1   // after the last loan, the passport
            readonly property bool renewed: page.fresh.includes(shown.row.loan)
            readonly property bool late: shown.row.due.days < 0
            due: shown.row.due
            tone: late ? Theme.ochre : Theme.vermilion
            heading: renewed ? Words.say("record.renewed_care") : late ? Words.say("record.late_care") : Words.say("care.due")
            text: shown.row.whyNot.length > 0 ? shown.row.whyNot[0].text + Words.say("record.comma") + shown.row.whyNot[0].next : ""
            buttons {
                first: Words.say("record.borrow_care")
                second: Words.say(last ? "record.passport" : "record.next_care")
                secondIcon: last ? "" : "next"
                main: shown.row.renewable ? Words.say("record.renew_care") : Words.say("record.finish_care")
                mainIcon: shown.row.renewable ? "renew" : "check"
                onFirstPressed: page.bridge.basket()
                onSecondPressed: last ? page.bridge.papers.passport() : shown.at += 1
                onMainPressed: shown.row.renewable ? page.bridge.renew(shown.row.loan) : page.bridge.finish()
            }
        }
    }
    Turner {
        id: shown
        rows: page.loans
        keep: true
    }
}
