import QtQuick
import Kiosk

// Somebody in a list: a disc, the masked name, what tells two of that name apart, and whether the card works.
Pressable {
    id: row
    required property var who
    property bool first: false             // the one that Enter opens
    readonly property bool gone: who.name === ""
    name: who.name + " " + Words.say("members.tail", {
        tail: who.numberTail
    })
    implicitHeight: Dense.row + Theme.s2
    focusGap: -Theme.s0
    Rectangle {
        anchors.fill: parent
        color: row.down ? Qt.darker(Theme.paper, Theme.pressed) : row.first ? Theme.raised : Theme.clear
    }
    FaceDisc {
        id: disc
        x: Theme.s1
        anchors.verticalCenter: parent.verticalCenter
        width: 56
        height: 56
        face: row.who.face
        chosen: row.who.state === "good"
    }
    Serif {
        id: name
        anchors {
            left: disc.right
            leftMargin: 18
        }
        y: Theme.s0
        width: Math.min(implicitWidth, parent.width * 0.4)
        text: row.gone ? Words.say("members.forgotten") : row.who.name
        elide: Text.ElideRight
        px: Dense.lead
        em: 1.24
    }
    Figure {
        anchors {
            left: name.right
            leftMargin: Theme.s2
            baseline: name.baseline
        }
        text: row.who.numberTail
        color: Theme.inkSoft
        px: Dense.body
    }
    Sans {
        anchors {
            left: name.left
            right: state.left
            rightMargin: Theme.s2
            top: name.bottom
        }
        text: Words.say("tier." + row.who.tier) + " · " + (row.who.unit === "" ? Words.say("members.no_unit") : row.who.unit)
        elide: Text.ElideRight
        color: Theme.inkSoft
        px: Dense.caption
        em: 1.3
    }
    MemberState {
        id: state
        anchors {
            right: parent.right
            rightMargin: Theme.s2
            verticalCenter: parent.verticalCenter
        }
        state_: row.who.state
    }
    Hairline {
        anchors.bottom: parent.bottom
        width: parent.width
    }
}
