pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// One change of a member: what would follow, what is to be chosen or written, why; then it is done.
FocusScope {
    id: pane
    required property var asking
    property string why
    property string said
    readonly property string change: asking.change
    readonly property bool other: why === "other"
    readonly property bool writes: ["unit", "name"].includes(change) || other
    readonly property bool ready: why !== "" && (!other || said !== "")
    readonly property bool beside: Theme.wide && writes
    signal answered(string field, string text)
    signal decided(string why, string said)
    signal dropped
    function key(key: string): bool {
        if (key === "Esc")
            dropped();
        else if (key === "Enter" && ready)
            decided(why, said);
        else
            return whys.key(key);
        return true;
    }
    implicitHeight: Math.max(column.height, writes ? (beside ? pad.height : column.height + Theme.s2 + pad.height) : 0) + ways.height + Theme.s3
    Keys.onPressed: event => {
        if (pane.writes && !(event.modifiers & Qt.ControlModifier) && (event.key === Qt.Key_Backspace || /^[A-Za-z ]$/.test(event.text) || /^\d$/.test(event.text) && (pad.item as TextBlank)?.typing !== ""))
            (pad.item as TextBlank).key(event);
    }
    onChangeChanged: {
        why = "";
        said = "";
    }
    Column {
        id: column
        width: pane.beside ? Math.floor((parent.width - Dense.margin) * 0.34) : parent.width
        spacing: Theme.s2
        DeskHeading {
            width: parent.width
            text: Words.say("member.change." + pane.change)
            note: pane.asking.final ? Words.say("member.final") : ""
        }
        Sans {
            width: parent.width
            text: Words.say("member.ask." + pane.change + (pane.change === "block" && !pane.asking.until ? "_open" : ""), {
                date: !pane.asking.until ? "" : pane.change === "block" ? Words.date(pane.asking.until) : pane.asking.until
            })
            wrapMode: Text.Wrap
            px: Dense.body
            em: Theme.close
        }
        Sans {
            visible: !!pane.asking.book
            width: parent.width
            text: pane.asking.book ? Words.say("member.hold_of", {
                title: pane.asking.book.title
            }) : ""
            strong: true
            wrapMode: Text.Wrap
            px: Dense.lead
            em: Theme.close
        }
        Sans {
            visible: !!pane.asking.guardian
            width: parent.width
            text: pane.asking.guardian ? Words.say("member.family_of", {
                name: pane.asking.guardian.name,
                tail: pane.asking.guardian.numberTail
            }) : ""
            strong: true
            px: Dense.lead
            em: Theme.close
        }
        ChoiceChips {
            visible: pane.asking.daysOffered.length > 0
            width: parent.width
            most: 4
            choices: pane.asking.daysOffered.map(days => ({
                        key: String(days),
                        text: days === 0 ? Words.say("member.open_end") : Words.say("member.for_days", {
                            days: days
                        }),
                        chosen: days === pane.asking.days
                    }))
            onPicked: days => pane.answered("days", days)
        }
        ChoiceChips {
            visible: pane.asking.tiers.length > 0
            width: parent.width
            most: 3
            choices: pane.asking.tiers.map(tier => ({
                        key: tier,
                        text: Words.say("tier." + tier),
                        chosen: tier === pane.asking.tier
                    }))
            onPicked: tier => pane.answered("tier", tier)
        }
        WhyChoices {
            id: whys
            width: parent.width
            choices: pane.asking.whys
            why: pane.why
            onPicked: why => pane.why = why
        }
        Repeater {
            model: pane.asking.whyNot
            Sans {
                required property var modelData
                width: column.width
                text: modelData.text + " · " + modelData.facts
                strong: true
                wrapMode: Text.Wrap
                color: Theme.ochre
                px: Dense.body
                em: Theme.close
            }
        }
    }
    Loader {
        id: pad
        active: pane.writes
        x: pane.beside ? column.width + Dense.margin : 0
        y: pane.beside ? 0 : column.height + Theme.s2
        width: pane.beside ? parent.width - x : parent.width
        height: Theme.pad + 140
        sourceComponent: TextBlank {
            value: pane.other ? pane.said : pane.asking.text
            called: pane.other ? Words.say("member.said_called") : ""
            earlier: []
            onWritten: text => pane.other ? pane.said = text : pane.answered("text", text)
        }
    }
    Row {
        id: ways
        anchors.bottom: parent.bottom
        spacing: Theme.s2
        DeskButton {
            width: Math.floor((pane.width - ways.spacing) * 0.36)
            height: Dense.primary
            text: Words.say("member.leave")
            key: "Esc"
            onPressed: pane.dropped()
        }
        DeskButton {
            width: Math.floor((pane.width - ways.spacing) * 0.64)
            kind: "primary"
            enabled: pane.ready
            text: Words.say("member.do")
            key: "Enter"
            onPressed: pane.decided(pane.why, pane.said)
        }
    }
}
