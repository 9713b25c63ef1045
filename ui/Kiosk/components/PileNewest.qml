import QtQuick
import Kiosk

// The book that was scanned last: its cover, what became of it, and by when it comes back.
Item {
    id: last
    required property var row
    readonly property bool out: row.what === "lent" || row.what === "renewed"
    BookCover {
        id: cover
        y: Theme.s3
        width: 164
        book: last.row.book
    }
    Column {
        anchors {
            left: cover.right
            leftMargin: 36
            right: parent.right
            verticalCenter: cover.verticalCenter
        }
        Serif {
            width: parent.width
            text: Words.say("counter.done_" + last.row.what)
            elide: Text.ElideRight
            px: Theme.display
            em: 1.24
            color: last.row.what === "here" ? Theme.ink : Theme.pine
        }
        Sans {
            width: parent.width
            text: last.row.book.title
            strong: true
            px: Dense.lead + Theme.s0
            em: Theme.close
            wrapMode: Text.Wrap
            maximumLineCount: 2
            elide: Text.ElideRight
        }
        Sans {
            width: parent.width
            text: last.out ? Words.say("counter.now", {
                time: last.row.at
            }) : last.row.at
            px: Dense.body
            em: Theme.close
            color: Theme.inkSoft
        }
    }
    Column {
        anchors {
            top: cover.bottom
            topMargin: Theme.s3
        }
        width: parent.width
        Sans {
            visible: last.out
            width: parent.width
            text: Words.say("counter.by")
            px: Dense.lead
            em: Theme.close
            color: Theme.inkSoft
        }
        Figure {
            visible: last.out
            text: last.row.dueOn ? Words.date(last.row.dueOn) : ""
            px: Dense.hero - Theme.s4
            color: Theme.vermilion
        }
        Sans {
            width: parent.width
            text: last.row.notes.join("\n")
            wrapMode: Text.Wrap
            maximumLineCount: 4
            elide: Text.ElideRight
            px: Dense.lead
        }
    }
}
