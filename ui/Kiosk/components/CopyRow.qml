import QtQuick
import Kiosk

// One copy: the number on its label, where it stands, and how it is; the one in hand is framed.
Pressable {
    id: row
    required property var copy
    required property bool chosen
    readonly property bool calm: ["here", "held", "reference", "on_loan"].includes(copy.state)
    name: copy.number + " " + copy.shelf + " " + state_.text
    implicitHeight: Dense.row
    focusGap: -Theme.s0
    Accessible.selected: chosen
    Rectangle {
        anchors.fill: parent
        visible: row.chosen || row.down
        color: row.down ? Qt.darker(Theme.raised, Theme.pressed) : Theme.raised
        border {
            width: Theme.bold
            color: Theme.ink
        }
    }
    Figure {
        id: number
        x: Theme.s2
        anchors.verticalCenter: parent.verticalCenter
        text: row.copy.number.replace(/^(\d)(\d{4})(\d{7})(\d)$/, "$1 $2 $3 $4")  // as on its label
        px: Dense.body
    }
    Sans {
        anchors {
            left: number.right
            leftMargin: Dense.gap
            right: state_.left
            rightMargin: Theme.s2
            verticalCenter: parent.verticalCenter
        }
        text: row.copy.shelf === "" ? Words.say("titles.no_shelf") : row.copy.shelf
        color: Theme.inkSoft
        elide: Text.ElideRight
        px: Dense.caption
        em: Theme.close
    }
    Serif {
        id: state_
        anchors {
            right: parent.right
            rightMargin: Theme.s2
            verticalCenter: parent.verticalCenter
        }
        text: row.copy.dueOn ? Words.say("titles.due", {
            date: Words.date(row.copy.dueOn)
        }) : Words.say("titles.state_" + row.copy.state, {
            hall: row.copy.hall
        })
        color: row.copy.state === "here" ? Theme.pine : row.calm ? Theme.ink : Theme.ochre
        spread: 0
        px: Dense.body
        em: 1.3
    }
    Hairline {
        anchors.bottom: parent.bottom
        width: parent.width
    }
}
