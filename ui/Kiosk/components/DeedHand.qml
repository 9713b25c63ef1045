pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// One deed: who, when, what, why; what stood before and after; and whether it was taken back, or why it cannot be.
Column {
    id: hand
    required property var deed
    required property var changed
    spacing: Theme.s2
    function shown(value: string): string {
        if (value === "")
            return Words.say("audit.empty");
        return Words.table["audit.value." + value] ?? value;
    }
    function label(field: string): string {
        const key = ["audit.field." + field, "rules." + field].find(name => Words.table[name] !== undefined);
        return key ? Words.table[key] : "";
    }
    DeskHeading {
        width: parent.width
        text: Words.say("audit.what." + hand.deed.kind)
        note: Words.date(hand.deed.on) + " " + hand.deed.at
    }
    Sans {
        width: parent.width
        text: [hand.deed.who + " " + hand.deed.number, Words.table["policy." + hand.deed.about] ?? hand.deed.about].filter(part => part !== "").join(" · ")
        strong: true
        wrapMode: Text.Wrap
        px: Dense.lead
        em: Theme.close
    }
    Sans {
        visible: hand.deed.why + hand.deed.whySaid !== ""
        width: parent.width
        text: Words.say("audit.why", {
            why: [Words.why(hand.deed.why), hand.deed.whySaid].filter(part => part !== "").join(" ")
        })
        wrapMode: Text.Wrap
        px: Dense.body
        em: Theme.close
    }
    Repeater {
        model: hand.changed.filter(change => hand.label(change.field) !== "")
        ChangedLine {
            required property var modelData
            label: hand.label(modelData.field)
            before: hand.shown(modelData.before)
            after: hand.shown(modelData.after)
        }
    }
    Mark {
        visible: hand.deed.state !== "never"
        open: hand.deed.state === "can"
        tone: hand.deed.state === "can" ? Theme.inkSoft : Theme.pine
        text: Words.say("audit.state." + hand.deed.state, {
            date: hand.deed.backOn ? Words.date(hand.deed.backOn) : "",
            who: hand.deed.backBy
        })
        px: Dense.body
    }
    Sans {
        visible: hand.deed.state === "never"
        width: parent.width
        text: visible ? Words.say("audit.state.never", {
            why: Words.say("audit.never." + hand.deed.kind)
        }) : ""
        color: Theme.ochre
        wrapMode: Text.Wrap
        px: Dense.body
        em: Theme.close
    }
}
