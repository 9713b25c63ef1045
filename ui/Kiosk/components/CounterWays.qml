import QtQuick
import Kiosk

// What can be pressed for the book in hand: leave it stopped or let it pass; note a damage, look at the loans.
Row {
    id: ways
    required property string way
    required property var stopped      // or null
    required property bool ready       // a reason has been given
    required property bool person
    required property bool any
    readonly property bool lifts: !!stopped && stopped.choices.length > 0
    readonly property bool decides: lifts || way === "damage"
    signal gone
    signal passed
    signal damaged
    signal loans
    spacing: Theme.s2
    height: Dense.primary
    DeskButton {
        visible: !!ways.stopped || ["damage", "paper", "slip"].includes(ways.way)
        width: ways.decides ? ways.width * 0.38 : ways.width
        height: parent.height
        text: Words.say(ways.stopped ? ways.stopped.reasons.some(reason => reason.code === "L-11") ? "counter.leave_hold" : "counter.leave" : ways.way === "paper" ? "counter.paper_leave" : "counter.go_back")
        key: ways.stopped ? "Del" : "Esc"
        onPressed: ways.gone()
    }
    DeskButton {
        visible: ways.decides
        width: ways.width * 0.62 - Theme.s2
        height: parent.height
        kind: "primary"
        enabled: ways.way === "damage" || ways.ready
        text: Words.say(ways.way === "damage" ? "counter.damage_done" : !ways.ready ? "counter.say_first" : ways.stopped?.action === "renew" ? "counter.pass_renew" : "counter.pass_borrow")
        key: "Enter"
        onPressed: ways.passed()
    }
    DeskButton {
        visible: !ways.stopped && ways.way === "pile" && ways.any
        width: (ways.width - Theme.s2) / 2
        height: parent.height
        text: Words.say("counter.damage")
        key: "B"
        onPressed: ways.damaged()
    }
    DeskButton {
        visible: !ways.stopped && ways.way === "pile" && ways.person
        width: (ways.width - Theme.s2) / 2
        height: parent.height
        text: Words.say("counter.loans")
        key: "R"
        onPressed: ways.loans()
    }
}
