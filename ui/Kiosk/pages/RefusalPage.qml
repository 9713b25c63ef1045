pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// Not now: every reason at once, who can lift it, and what to do next. In care mode: one reason at a time.
KioskPage {
    id: page
    required property Bridge bridge
    required property string action
    required property var reasons
    required property var book
    readonly property var told: care ? list.shown : reasons
    // the record is where a member can do something about loans
    readonly property bool own: signedIn && (action === "borrow" || action === "renew") && told.some(reason => reason.who === "self")
    readonly property bool staff: told.some(reason => reason.who === "staff")
    desk: bridge
    reach: Theme.header + Theme.coverPage * 1.42 + Theme.s5 * 2

    upper: [
        RefusalHead {
            anchors.fill: parent
            action: page.action
            book: page.book
            reasons: page.reasons
            place: page.care ? list.place : ""
        }
    ]
    lower: [
        Rectangle {
            id: rule
            width: parent.width
            height: Theme.rule
            color: Theme.ochre
        },
        ReasonList {
            id: list
            turner: !page.care
            anchors {
                top: rule.bottom
                bottom: buttons.top
            }
            width: parent.width
            reasons: page.reasons
        },
        ButtonRow {
            id: buttons
            readonly property string leave: Words.say("refusal.leave_" + page.action)
            readonly property string record: page.own ? Words.say("basket.record") : ""
            readonly property bool turns: page.care && list.pages > 1
            anchors.bottom: parent.bottom
            width: parent.width
            first: main === leave ? "" : leave
            second: turns ? Words.say("refusal.turn_one") : page.staff ? record : ""
            secondIcon: turns ? "next" : ""
            main: page.staff ? Words.say("refusal.call") : record || leave
            mainIcon: page.staff ? "bell" : page.own ? "list" : "back"
            mainKind: page.staff ? "primary" : "pine"
            onFirstPressed: page.bridge.back()
            onSecondPressed: turns ? list.turn() : page.bridge.record()
            onMainPressed: page.staff ? page.bridge.aside.callStaff() : page.own ? page.bridge.record() : page.bridge.back()
        }
    ]
}
