pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// One member: who, what is open, what stops new loans; each change is asked about first, and taken back where it can be.
StaffPage {
    id: page
    required property Bridge bridge
    required property var who
    required property var joinedOn
    required property var loans
    required property int most
    required property var holds
    required property var courses
    required property real hours
    required property int certificates
    required property var stops
    required property var guardian
    required property var wards
    required property var shown
    required property string revealed
    required property var asking
    required property string told
    required property bool undo
    required property string pin
    required property bool issues
    required property bool known
    readonly property var people: bridge.duty.people
    readonly property var facts: [["number", Words.say("members.tail", {
                tail: who.numberTail
            })], ["tier", Words.say("tier." + who.tier)], ["unit", who.unit === "" ? Words.say("members.no_unit") : who.unit], ["until", who.until], ["family", guardian ? Words.say("member.family_of", {
                name: guardian.name,
                tail: guardian.numberTail
            }) : wards.length > 0 ? Words.say("member.family_children", {
                count: wards.length
            }) : Words.say("member.family_none")], ["certificates", Words.say("member.certificates_count", {
                count: certificates
            })]].map(([word, value]) => ({
                word: Words.say("member." + word),
                value: value
            }))
    readonly property var changes: [stops.length > 0 ? "lift" : "block", who.state === "lost" ? "found" : "lost", "reissue", "renew", "pin", "tier", "unit", "name", guardian ? "part" : "family", "forget"]
    readonly property real middle: Math.floor((bodyWidth - 2 * Dense.margin) * 0.46)
    readonly property real first: Math.floor((bodyWidth - 2 * Dense.margin) * 0.25)
    desk: bridge
    tab: "members"
    title: Words.say("tab.members")
    note: told === "" ? Words.say("member.note") : told === "undone" ? Words.say("member.undone") : Words.say("member.done", {
        what: Words.say("member.change." + told)
    }) + (undo ? "" : " · " + Words.say("member.not_undone"))
    live: true
    finds: true
    onFinding: people.find("", "")
    needs: wide ? Math.max(person.height, asking ? ask.implicitHeight : Math.max(open.height, above.height + Dense.gap + ways.height)) + 2 * Dense.gap : asking ? person.height + ask.implicitHeight + 3 * Dense.gap : rest.y + rest.height + Dense.gap
    onKeyed: key => {
        if (asking)
            (ask.item as AskingPane)?.key(key);
        else if (key === "V" && revealed === "")
            people.reveal();
        else if (key === "U" && stops.length > 0)
            people.ask("lift");
        else if (key === "B")
            people.serve(who.member);
        else if (key === "Ctrl+Z" && undo)
            people.undo();
        else if (key === "Ctrl+P" && issues)
            people.printCard();
        else if (key === "M")
            people.find("", "merge");
        else if (key === "Esc")
            people.find("", "");
        else if (/^\d$/.test(key))
            people.ask(changes[(Number(key) + 9) % 10]);
    }
    Timer {
        running: page.revealed !== ""
        interval: Theme.revealed
        onTriggered: page.people.again()
    }
    tools: [
        DeskButton {
            visible: page.undo
            text: Words.say("member.undo")
            icon: "undo"
            key: "Ctrl Z"
            onPressed: page.people.undo()
        },
        DeskButton {
            text: Words.say("member.merge")
            key: "M"
            onPressed: page.people.find("", "merge")
        },
        DeskButton {
            text: Words.say("members.back")
            key: "Esc"
            icon: "back"
            onPressed: page.people.find("", "")
        }
    ]
    body: [
        PersonPane {
            id: person
            y: Dense.gap
            width: page.wide ? page.first : parent.width
            who: page.who
            revealed: page.revealed
            shown: page.shown
            facts: page.facts
            known: page.known
            onAsked: page.people.reveal()
        },
        Loader {
            id: ask
            active: !!page.asking
            focus: active
            x: page.wide ? page.first + Dense.margin : 0
            y: page.wide ? Dense.gap : person.y + person.height + Dense.gap
            width: parent.width - x
            height: parent.height - y - Dense.gap
            sourceComponent: AskingPane {
                focus: true
                asking: page.asking
                onAnswered: (field, text) => page.people.say(field, text)
                onDecided: (why, said) => page.people.decide(why, said)
                onDropped: page.people.again()
            }
        },
        Column {
            id: open
            visible: !page.asking
            x: page.wide ? page.first + Dense.margin : 0
            y: page.wide ? Dense.gap : person.y + person.height + Dense.gap
            width: page.wide ? page.middle : parent.width
            spacing: Theme.s1
            PinSlip {
                visible: page.pin !== "" && !page.wide
                width: parent.width
                pin: page.pin
            }
            DeskHeading {
                width: parent.width
                text: Words.say("member.loans")
                note: page.loans.length === 0 ? Words.say("member.loans_none") : Words.say("member.loans_note", {
                    count: page.loans.length,
                    most: page.most
                })
            }
            LoanShelf {
                visible: page.loans.length > 0
                width: parent.width
                height: page.wide ? 400 : 300
                loans: page.loans
                most: page.most
            }
            DeskHeading {
                width: parent.width
                text: Words.say("member.holds")
                note: page.holds.length === 0 ? Words.say("member.holds_none") : Words.say("member.holds_note", {
                    count: page.holds.length
                })
            }
            HeldTitles {
                width: parent.width
                holds: page.holds
                onDropped: hold => page.people.askHold(hold)
            }
            DeskButton {
                width: parent.width
                kind: "duty"
                text: Words.say("member.serve")
                name: text + " " + Words.say("member.serve_how")
                key: "B"
                onPressed: page.people.serve(page.who.member)
            }
        },
        Item {
            id: rest
            visible: !page.asking
            x: page.wide ? page.first + page.middle + 2 * Dense.margin : 0
            y: page.wide ? Dense.gap : open.y + open.height + Dense.gap
            width: parent.width - x
            height: page.wide ? parent.height - y - Dense.gap : above.height + Dense.gap + ways.height
            Column {
                id: above
                y: page.wide ? 0 : ways.height + Dense.gap
                width: parent.width
                spacing: Theme.s2
                PinSlip {
                    visible: page.pin !== "" && page.wide
                    width: parent.width
                    pin: page.pin
                }
                DeskHeading {
                    width: parent.width
                    text: Words.say("member.courses")
                    note: page.courses.length === 0 ? Words.say("member.courses_none") : Words.say("member.courses_note", {
                        hours: page.hours
                    })
                }
                TakenCourses {
                    width: parent.width
                    courses: page.courses
                    most: page.pin !== "" || page.stops.length > 0 ? 1 : 3
                }
                StopBox {
                    visible: page.stops.length > 0 && page.pin === ""
                    width: parent.width
                    stop: page.stops[0] ?? {
                        why: "other",
                        until: null,
                        days: 0
                    }
                    onLifted: page.people.ask("lift")
                }
            }
            ChangeGrid {
                id: ways
                y: page.wide ? parent.height - height : 0
                visible: page.known
                width: parent.width
                changes: page.changes
                card: page.issues
                onAsked: change => page.people.ask(change)
                onPrinted: page.people.printCard()
            }
        }
    ]
}
