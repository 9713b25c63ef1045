pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// 新会员: one sentence, the card that follows from it beside, and whoever is perhaps the same person.
StaffPage {
    id: page
    required property Bridge bridge
    required property var draft
    required property string number
    required property string until
    required property int loans
    required property var tiers
    required property var units
    required property var alike
    required property var reasons
    required property bool tried
    required property var added
    required property string pin
    required property bool issues
    readonly property var people: bridge.duty.people
    readonly property var order: ["name", "phone", "unit", "tier", "born"]
    property string hand: "name"
    readonly property bool same: alike.length > 0 && !draft.another
    readonly property real half: Math.floor((bodyWidth - Dense.margin) * 0.58)
    readonly property var parts: order.map(key => ({
                key: key,
                value: key === "tier" ? Words.say("tier." + draft.tier) : draft[key] !== "" || key === "name" ? draft[key] : Words.say("joining.called_" + key),
                around: Words.say("joining.part_" + key),
                called: Words.say("joining.called_" + key)
            }))
    desk: bridge
    tab: "members"
    title: added ? Words.say("joining.added", {
        name: added.name
    }) : Words.say("joining.heading")
    note: added ? Words.say("joining.added_how") : Words.say("joining.note")
    live: !added
    needs: wide ? Math.max(added ? slip.height : sentence.height + Theme.s4 + blank.height, follows.height + Dense.gap + Dense.primary) + 2 * Dense.gap : beside.y + beside.height + Dense.gap
    onKeyed: key => {
        if (key === "Esc")
            added ? people.open(added.member) : people.find("", "");
        else if (key === "Enter" && added)
            issues ? people.printNew() : people.begin();
        else if (key === "Enter" && reasons.length === 0)
            people.add();
        else if (key === "Down" || key === "Up")
            hand = order[(order.indexOf(hand) + (key === "Down" ? 1 : order.length - 1)) % order.length];
    }
    onAddedChanged: hand = "name"
    tools: [
        DeskButton {
            text: Words.say(page.added ? "joining.open" : "members.back")
            key: "Esc"
            icon: page.added ? "person" : "back"
            onPressed: page.added ? page.people.open(page.added.member) : page.people.find("", "")
        }
    ]
    body: [
        Item {
            id: form
            visible: !page.added
            y: Dense.gap
            width: page.wide ? page.half : parent.width
            height: page.wide ? parent.height - y - Dense.gap : sentence.height + Theme.s4 + blank.height
            SaidSentence {
                id: sentence
                width: parent.width
                parts: page.parts
                hand: page.hand
                onTaken: key => page.hand = key
            }
            JoinHand {
                id: blank
                focus: true
                y: page.wide ? parent.height - height : sentence.height + Theme.s4
                width: parent.width
                height: Theme.pad + 240
                blank: page.hand
                draft: page.draft
                tiers: page.tiers
                units: page.units
                onWritten: text => page.people.tell(page.hand, text)
                onFilled: page.hand = page.order[Math.min(page.order.indexOf(page.hand) + 1, page.order.length - 1)]
            }
        },
        PinSlip {
            id: slip
            visible: !!page.added && page.pin !== ""
            y: Dense.gap
            width: page.wide ? page.half : parent.width
            pin: page.pin
        },
        Item {
            id: beside
            x: page.wide ? page.half + Dense.margin : 0
            y: page.wide ? Dense.gap : (page.added ? (slip.visible ? slip.y + slip.height : 0) : form.y + form.height) + Dense.gap
            width: parent.width - x
            height: page.wide ? parent.height - y - Dense.gap : follows.height + Dense.gap + Dense.primary
            Column {
                id: follows
                width: parent.width
                spacing: Theme.s2
                CardSketch {
                    visible: page.wide || !page.same || !!page.added
                    width: parent.width * (page.wide ? page.same ? 0.7 : 1 : 0.6)
                    hall: page.desk.frame.hall
                    name: page.added ? page.added.name : page.draft.name === "" ? "　" : page.draft.name
                    tier: Words.say("tier." + page.draft.tier)
                    number: Words.say("joining.number", {
                        number: page.number
                    })
                    until: Words.say("joining.until", {
                        date: page.until
                    })
                }
                Sans {
                    width: parent.width
                    text: Words.say("joining.loans", {
                        count: page.loans
                    }) + " · " + Words.say("joining.phone_how")
                    wrapMode: Text.Wrap
                    color: Theme.inkSoft
                    px: Dense.caption
                    em: Theme.close
                }
                AlikeBox {
                    visible: page.same && !page.added
                    width: parent.width
                    alike: page.alike
                    onOpened: member => page.people.open(member)
                    onApart: page.people.another()
                }
                Sans {
                    visible: text !== ""
                    width: parent.width
                    text: page.reasons.filter(reason => reason.code !== "G-04" && (page.tried || reason.code !== "G-01")).map(reason => reason.text + " · " + reason.facts).join("\n")
                    wrapMode: Text.Wrap
                    strong: true
                    color: Theme.ochre
                    px: Dense.body
                    em: Theme.close
                }
            }
            Row {
                id: ways
                anchors.bottom: parent.bottom
                width: parent.width
                spacing: Theme.s2
                DeskButton {
                    id: next
                    visible: !!page.added
                    width: visible ? Math.floor((parent.width - ways.spacing) * 0.4) : 0
                    height: Dense.primary
                    text: Words.say("joining.next")
                    onPressed: page.people.begin()
                }
                DeskButton {
                    width: parent.width - next.width - (next.visible ? ways.spacing : 0)
                    kind: "primary"
                    enabled: page.added ? page.issues : page.reasons.length === 0
                    text: page.added ? Words.say(page.issues ? "joining.print" : "member.card_not") : page.draft.name === "" ? Words.say("joining.lacks_name") : Words.say(page.reasons.length > 0 ? "joining.lacks_check" : "joining.add")
                    key: "Enter"
                    onPressed: page.added ? page.people.printNew() : page.people.add()
                }
            }
        }
    ]
}
