import QtQuick
import Kiosk

// One copy of the pile: number, cover, title, what became of it, the way back.
Item {
    id: line
    required property var row          // { what, book, at, key, dueOn, notes, reasons, lifted }
    required property string number
    property bool room: true           // for a button, so that what stands before it is in one column
    property string button: row.key === "" ? "" : Words.say("counter.undo")
    readonly property bool stopped: row.what === "stopped"
    readonly property bool late: row.what === "late"
    readonly property bool out: ["lent", "renewed", "out"].includes(row.what)
    signal undone
    signal focused
    implicitHeight: Dense.row + Theme.s2
    Serif {
        id: count
        width: line.number === "" ? 0 : 52
        anchors.verticalCenter: parent.verticalCenter
        text: line.number
        px: Dense.head
        spread: 0
        color: Theme.inkFaint
    }
    BookCover {
        id: cover
        x: count.width
        anchors.verticalCenter: parent.verticalCenter
        width: 50
        book: line.row.book
    }
    Column {
        anchors {
            left: cover.right
            leftMargin: 20
            right: when.left
            rightMargin: Theme.gap
            verticalCenter: parent.verticalCenter
        }
        Sans {
            width: parent.width
            text: line.row.book.title
            strong: true
            px: Dense.lead - Theme.dip
            em: Theme.close
            elide: Text.ElideRight
        }
        Sans {
            visible: text !== ""
            width: parent.width
            text: line.stopped ? line.row.reasons.map(reason => reason.text).join(" · ") : line.row.notes.join(" · ")
            px: Dense.caption
            em: Theme.close
            elide: Text.ElideRight
            color: line.stopped || line.row.lifted ? Theme.ochre : Theme.inkSoft
        }
    }
    Column {
        id: when
        anchors {
            right: parent.right
            rightMargin: line.room ? Dense.row + 3 * Dense.gap : 0
            verticalCenter: parent.verticalCenter
        }
        width: 200
        Mark {
            anchors.right: parent.right
            text: Words.say("counter.what_" + line.row.what)
            open: line.out || line.stopped || line.late
            strong: true
            tone: line.stopped || line.late ? Theme.ochre : line.out ? Theme.ink : Theme.pine
        }
        Figure {
            anchors.right: parent.right
            text: line.row.dueOn ? Words.date(line.row.dueOn) : line.row.at
            px: Dense.lead - Theme.dip
        }
    }
    DeskButton {
        id: undo
        visible: line.button !== ""
        anchors {
            right: parent.right
            verticalCenter: parent.verticalCenter
        }
        kind: "quiet"
        text: line.button
        name: line.button + " " + line.row.book.title
        onPressed: line.undone()
        onActiveFocusChanged: if (activeFocus) {
            line.focused();
        }
    }
    Hairline {
        anchors.bottom: parent.bottom
        width: parent.width
    }
}
