pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// 借还: lending and taking back for somebody, without a touch: scan, look, scan. What stops it is said and lifted here.
StaffPage {
    id: page
    required property Bridge bridge
    required property string way
    required property var person
    required property var pile
    required property var counts
    required property var undone
    required property var stopped
    required property var loans
    required property var paper
    required property string code
    readonly property var counter: bridge.duty.counter
    readonly property var choices: stopped?.choices ?? []
    readonly property bool writes: stopped?.why === "other" || way === "damage"
    readonly property bool said: (stopped?.why ?? "") !== "" && (stopped?.why !== "other" || hand.said !== "")
    readonly property bool listed: way !== "loans"
    readonly property real near: !wide ? 1 : writes ? 0.6 : 0.46   // letters to type on need room
    readonly property real first: wide ? bodyHeight : Math.max(880, bodyHeight - 660)
    signal decided
    onDecided: {
        if (way === "damage") {
            counter.sayDamage(hand.said);
        } else if (said) {
            if (stopped.why === "other")
                counter.sayWhy(hand.said);
            counter.letPass();
        }
    }
    desk: bridge
    tab: "lending"
    live: true
    title: Words.say("counter.heading")
    note: Words.say(way === "paper" ? "counter.how_paper" : way === "day" ? "counter.how_day" : "counter.how")
    needs: wide ? (stopped?.reasons.length > 1 ? 850 : 780) : 880 + 560
    onKeyed: key => {
        const why = page.choices[Number(key) - 1];
        if (key === "F12" || key === "Esc" && page.way === "pile")
            counter.done();
        else if (key === "Esc")
            counter.show("pile");
        else if (key === "F9")
            counter.show("paper");
        else if (key === "Ctrl+P")
            counter.show("slip");
        else if (key === "Del")
            counter.leave();
        else if (key === "Enter")
            decided();
        else if (why && !page.writes)
            counter.choose(why);
        else if (key === "B" && page.pile.length > 0)
            counter.damage();
        else if (key === "R" && page.person)
            counter.show("loans");
    }
    tools: [
        DeskButton {
            visible: page.wide
            text: Words.say("counter.next_person")
            key: "Esc"
            onPressed: page.counter.done()
        },
        DeskButton {
            text: Words.say("counter.today")
            onPressed: page.counter.show("day")
        },
        DeskButton {
            text: Words.say("counter.from_paper")
            key: "F9"
            onPressed: page.counter.show("paper")
        }
    ]
    body: [
        Item {
            id: left
            width: page.bodyWidth * page.near - (page.wide ? Theme.s4 : 0)
            height: page.first
            AtDeskLine {
                id: who
                visible: !!page.person && !["paper", "day"].includes(page.way) && !page.writes
                width: parent.width
                height: visible ? implicitHeight : 0
                person: page.person ?? ({
                        name: "",
                        face: "",
                        tier: "member",
                        tail: "",
                        taken: 0,
                        most: 0,
                        ready: 0,
                        notices: []
                    })
            }
            CounterHand {
                id: hand
                anchors {
                    top: who.bottom
                    bottom: ways.top
                    bottomMargin: Theme.s2
                }
                width: parent.width
                way: page.way
                writes: page.writes
                stopped: page.stopped
                pile: page.pile
                paper: page.paper
                person: !!page.person
                slipRows: page.way === "slip" ? page.bridge.modules(page.code) : []
                onPicked: why => page.counter.choose(why)
                onTold: (field, text) => page.counter.sayLine(field, text)
            }
            CounterWays {
                id: ways
                anchors {
                    bottom: parent.bottom
                    bottomMargin: Dense.gap
                }
                width: parent.width
                way: page.way
                stopped: page.stopped
                ready: page.said
                person: !!page.person
                any: page.pile.length > 0
                onGone: page.stopped ? page.counter.leave() : page.counter.show("pile")
                onPassed: page.decided()
                onDamaged: page.counter.damage()
                onLoans: page.counter.show("loans")
            }
        },
        Item {
            x: page.wide ? page.bodyWidth * page.near : 0
            y: page.wide ? 0 : page.first
            width: page.bodyWidth - x
            height: page.wide ? page.bodyHeight : page.bodyHeight - y
            // before the list, so that Tab comes to what ends the pile before it goes through all of it
            Row {
                id: end
                anchors {
                    bottom: parent.bottom
                    bottomMargin: Dense.gap
                }
                width: parent.width
                spacing: Theme.s2
                DeskButton {
                    width: (parent.width - Theme.s2) / 2
                    height: Dense.primary
                    text: Words.say(page.listed && page.way !== "day" ? "counter.slip" : "counter.go_back")
                    enabled: !page.listed || page.way === "day" || page.pile.length > 0
                    icon: page.listed && page.way !== "day" ? "note" : ""
                    key: page.listed && page.way !== "day" ? "Ctrl P" : "Esc"
                    onPressed: page.counter.show(page.listed && page.way !== "day" ? "slip" : "pile")
                }
                DeskButton {
                    width: (parent.width - Theme.s2) / 2
                    height: Dense.primary
                    text: Words.say(page.listed ? "counter.finished" : "counter.renew_all")
                    icon: page.listed ? "check" : ""
                    key: page.listed ? "F12" : ""
                    onPressed: page.listed ? page.counter.done() : page.counter.renewAll()
                }
            }
            PileList {
                visible: page.listed
                y: page.wide ? Theme.s3 : 0
                width: parent.width
                height: end.y - y - Theme.s2
                rows: page.pile
                title: Words.say(page.way === "day" ? "counter.today" : "counter.pile")
                note: page.way === "day" ? "" : Words.say("counter.counted", page.counts)
                none: Words.say(page.way === "day" ? "counter.day_none" : "counter.pile_none")
                numbered: page.way !== "day"
                before: page.way === "day" ? [] : page.undone
                onUndone: key => page.counter.undo(key)
                onForgotten: page.counter.forget()
            }
            LoansInHand {
                visible: !page.listed
                y: page.wide ? Theme.s3 : 0
                width: parent.width
                height: end.y - y - Theme.s2
                loans: page.loans
                onRenewed: loan => page.counter.renew(loan)
            }
        }
    ]
}
