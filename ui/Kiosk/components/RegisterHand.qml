pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// One certificate: whose, what became of it, and what may be done with it.
Item {
    id: hand
    required property var row
    required property string revealed
    required property var whyNot
    readonly property bool valid: row.state === "valid"
    signal shown
    signal replaced
    signal ending
    signal seen(string number)
    NameShown {
        id: who
        y: Theme.wide ? 0 : Theme.s2
        width: parent.width
        name: hand.row.name
        none: Words.say("register.forgotten")
        revealed: hand.revealed
        about: hand.row.number + " · " + hand.row.title
        onShown: hand.shown()
    }
    FactLines {
        id: facts
        anchors {
            top: who.bottom
            topMargin: Theme.s2
        }
        width: parent.width
        px: Theme.lead
        lines: [Words.say("register.issued", {
                date: Words.date(hand.row.issuedOn)
            }) + " · " + (hand.row.printed > 0 ? Words.say("register.printed", {
                count: hand.row.printed
            }) : Words.say("register.not_printed")), hand.row.replaces === "" ? "" : Words.say("register.replaces", {
                number: hand.row.replaces
            }), hand.row.replacedBy === "" ? "" : Words.say("register.replaced_by", {
                number: hand.row.replacedBy
            }), !hand.row.revokedOn ? "" : Words.say("register.revoked", {
                date: Words.date(hand.row.revokedOn),
                why: hand.row.revokedWhy
            })].filter(line => line !== "")
    }
    Sans {
        visible: hand.whyNot.length > 0
        anchors {
            top: facts.bottom
            topMargin: Theme.s2
        }
        width: parent.width
        text: hand.whyNot.map(reason => reason.text + " " + reason.facts).join("\n")
        color: Theme.ochre
        strong: true
        wrapMode: Text.Wrap
        maximumLineCount: 3
        elide: Text.ElideRight
        px: Theme.body
        em: Theme.close
    }
    Column {
        visible: hand.valid
        anchors.bottom: parent.bottom
        width: parent.width
        spacing: Theme.s2
        Sans {
            visible: !Theme.care
            width: parent.width
            text: Words.say("register.supersede_how")
            color: Theme.inkSoft
            wrapMode: Text.Wrap
            px: Theme.body
            em: Theme.close
        }
        Row {
            id: ways
            width: parent.width
            spacing: Theme.s3
            BigButton {
                width: (ways.width - ways.spacing) / 2
                height: Theme.touch
                text: Words.say("register.supersede")
                onPressed: hand.replaced()
            }
            BigButton {
                width: (ways.width - ways.spacing) / 2
                height: Theme.touch
                text: Words.say("register.revoke")
                onPressed: hand.ending()
            }
        }
    }
    BigButton {
        visible: hand.row.replacedBy !== ""
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.touch
        text: Words.say("register.see_new")
        onPressed: hand.seen(hand.row.replacedBy)
    }
}
