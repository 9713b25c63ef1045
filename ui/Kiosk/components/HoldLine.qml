import QtQuick
import Kiosk

// A hold in the record: where it stands, and what can be done about it.
Item {
    id: line
    required property var row              // { hold, book, state, pickup, position, provisional, readyUntil, suspendedUntil, shelf }
    readonly property bool ready: row.state === "ready"
    readonly property bool put: row.state === "suspended"
    readonly property string told: ready ? Words.say("record.hold_ready", {
        date: Words.date(row.readyUntil),
        shelf: row.shelf
    }) : put ? Words.say("record.hold_suspended", {
        date: Words.date(row.suspendedUntil)
    }) : Words.say(row.provisional ? "record.hold_provisional" : "record.hold_waiting", {
        position: row.position
    })
    signal cancel
    signal suspend
    signal resume
    implicitHeight: Theme.loanLine
    BookCover {
        id: cover
        width: Theme.coverLine
        anchors.verticalCenter: parent.verticalCenter
        book: line.row.book
    }
    Column {
        anchors {
            left: cover.right
            leftMargin: Theme.s3
            right: away.left
            rightMargin: Theme.s2
            verticalCenter: parent.verticalCenter
        }
        Sans {
            width: parent.width
            text: line.row.book.title
            strong: true
            px: Theme.label
            em: Theme.close
            elide: Text.ElideRight
        }
        Sans {
            width: parent.width
            text: line.row.pickup.here || line.ready ? line.told : line.told + " · " + line.row.pickup.name
            strong: line.ready
            color: line.ready ? Theme.vermilion : line.put ? Theme.ochre : Theme.inkSoft
            px: Theme.caption
            em: Theme.close
            elide: Text.ElideRight
        }
    }
    BigButton {
        id: away
        visible: !line.ready
        anchors {
            right: end.left
            rightMargin: Theme.gap
            verticalCenter: parent.verticalCenter
        }
        width: visible ? Theme.small : 0
        height: Theme.touch
        text: Words.say(line.put ? "record.hold_resume" : "record.hold_suspend")
        name: text + " " + line.row.book.title
        focusGap: -Theme.s0
        onPressed: line.put ? line.resume() : line.suspend()
    }
    BigButton {
        id: end
        anchors {
            right: parent.right
            verticalCenter: parent.verticalCenter
        }
        width: Theme.small
        height: Theme.touch
        text: Words.say("record.hold_cancel")
        name: text + " " + line.row.book.title
        focusGap: -Theme.s0
        onPressed: line.cancel()
    }
    Hairline {
        anchors.bottom: parent.bottom
        width: parent.width
    }
}
