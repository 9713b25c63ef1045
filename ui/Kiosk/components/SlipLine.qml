import QtQuick
import Kiosk

// One thing that was done, and where it stands; on paper.
Item {
    id: line
    required property var row          // { what, book, dueOn, now }
    property bool later: false
    readonly property bool undone: row.now === "undone"
    readonly property bool open: row.now === "open"
    readonly property string standing: later || undone ? Words.say("receipt.now_" + row.now) : row.what === "returned" ? Words.say("receipt.done") : ""
    implicitHeight: Theme.slipRow
    Column {
        anchors {
            left: parent.left
            right: fact.left
            rightMargin: Theme.s3
            verticalCenter: parent.verticalCenter
        }
        Sans {
            width: parent.width
            text: line.row.book.title
            strong: true
            font.strikeout: line.undone
            color: line.undone ? Theme.sheetSoft : Theme.sheetInk
            px: Theme.label
            em: Theme.close
            elide: Text.ElideRight
        }
        Sans {
            text: Words.say("receipt." + line.row.what)
            color: Theme.sheetSoft
            px: Theme.note
            em: Theme.close
        }
    }
    Column {
        id: fact
        anchors {
            right: parent.right
            verticalCenter: parent.verticalCenter
        }
        Figure {
            visible: line.open && !!line.row.dueOn
            anchors.right: parent.right
            text: line.row.dueOn ? Words.date(line.row.dueOn) : ""
            color: Theme.sheetInk
            px: Theme.section - Theme.s1
        }
        Sans {
            visible: line.open && !!line.row.dueOn
            anchors.right: parent.right
            text: Words.say(line.later ? "receipt.due_open" : "receipt.due")
            color: Theme.sheetSoft
            px: Theme.caption
            em: Theme.close
        }
        Row {
            visible: !line.open
            anchors.right: parent.right
            spacing: Theme.s2
            Icon {
                anchors.verticalCenter: parent.verticalCenter
                name: line.undone ? "undo" : "check"
                color: line.undone ? Theme.sheetSoft : Theme.sheetPine
                size: Theme.lead
                weight: 4
            }
            Sans {
                text: line.standing
                strong: true
                color: line.undone ? Theme.sheetSoft : Theme.sheetPine
                px: Theme.label
            }
        }
    }
    Hairline {
        anchors.bottom: parent.bottom
        width: parent.width
        color: Theme.sheetRule
    }
}
