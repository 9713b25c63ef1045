pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// The loans, soonest first as they come, and what can be kept longer.
Item {
    id: record
    required property var loans
    required property var fresh
    required property var notices
    property var holds: []
    readonly property bool renewable: loans.some(row => row.renewable)
    signal renew(string loan)
    signal renewAll
    signal borrow
    signal cancelHold(string hold)
    signal suspendHold(string hold)
    signal resumeHold(string hold)
    signal passport
    signal finish
    Rectangle {
        id: rule
        visible: !Theme.wide
        width: parent.width
        height: Theme.s0
        color: Theme.ink
    }
    NoticeList {
        id: notices
        anchors {
            top: rule.bottom
            topMargin: record.notices.length > 0 ? Theme.s2 : 0
        }
        width: parent.width
        notices: record.notices
    }
    Roll {
        id: roll
        anchors {
            top: notices.bottom
            bottom: buttons.top
            bottomMargin: Theme.s3
        }
        width: parent.width
        model: record.loans
        delegate: LoanLine {
            required property var modelData
            required property int index
            width: roll.width
            row: modelData
            fresh: record.fresh.includes(modelData.loan)
            onRenew: record.renew(modelData.loan)
            onFocused: roll.show(index)
        }
        footer: HoldList {
            width: roll.width
            holds: record.holds
            onCancel: hold => record.cancelHold(hold)
            onSuspend: hold => record.suspendHold(hold)
            onResume: hold => record.resumeHold(hold)
        }
    }
    Sans {
        visible: record.loans.length === 0 && record.holds.length === 0
        anchors {
            top: notices.bottom
            topMargin: Theme.s5
        }
        width: parent.width
        text: Words.say("record.none")
        wrapMode: Text.Wrap
        px: Theme.lead
    }
    ButtonRow {
        id: buttons
        anchors.bottom: parent.bottom
        width: parent.width
        first: Words.say("record.borrow")
        second: Words.say("record.passport")
        main: record.renewable ? Words.say("record.renew_all") : Words.say("basket.finish")
        mainIcon: record.renewable ? "renew" : "check"
        onFirstPressed: record.borrow()
        onSecondPressed: record.passport()
        onMainPressed: record.renewable ? record.renewAll() : record.finish()
    }
}
