pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// The window of the desk: what was scanned last, in one sentence, and the way back. It is on every page.
Rectangle {
    id: slot
    required property var said         // { at, key, facts, tone, undo }
    property bool live: false          // the page waits for a scan
    property bool finds: false
    signal undone
    signal finding
    color: Theme.sunk
    Hairline {
        width: parent.width
        height: Theme.line
        color: Theme.edge
    }
    Rectangle {
        id: slit
        x: Dense.margin - Theme.s1
        anchors.verticalCenter: parent.verticalCenter
        width: 64
        height: 44
        color: Theme.raised
        border {
            width: 3
            color: Theme.ink
        }
        Rectangle {
            anchors.centerIn: parent
            width: 40
            height: Theme.s0
            color: slot.live ? Theme.vermilionFill : Theme.ink
        }
    }
    Sans {
        id: when
        anchors {
            left: slit.right
            leftMargin: slot.said ? Dense.gap : 0
            verticalCenter: parent.verticalCenter
        }
        text: slot.said?.at ?? ""
        px: Dense.caption
        em: Theme.close
        color: Theme.inkSoft
    }
    Sans {
        anchors {
            left: when.right
            leftMargin: slot.said ? 18 : Dense.gap
            right: hint.left
            rightMargin: Theme.s2
            verticalCenter: parent.verticalCenter
        }
        text: slot.said ? Words.say("said." + slot.said.key, slot.said.facts) : Words.say("said.anything")
        strong: !!slot.said
        px: Dense.body + 1
        em: Theme.close
        elide: Text.ElideRight
        color: slot.said?.tone === "not" ? Theme.ochre : Theme.ink
    }
    Row {
        id: hint
        anchors {
            right: parent.right
            rightMargin: Dense.margin
            verticalCenter: parent.verticalCenter
        }
        spacing: Theme.s2
        DeskButton {
            visible: slot.said?.undo ?? false
            text: Words.say("said.undo")
            icon: "undo"
            key: "Ctrl Z"
            onPressed: slot.undone()
        }
        DeskButton {
            visible: slot.finds
            kind: "quiet"
            text: Words.say("said.find")
            icon: "search"
            key: "/"
            onPressed: slot.finding()
        }
    }
}
