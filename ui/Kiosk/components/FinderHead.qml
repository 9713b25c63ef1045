pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// The title that is chosen: its cover, whether it can be had, and where it stands.
Item {
    id: head
    required property var row
    BookCover {
        id: cover
        width: Math.min(Math.floor(head.height / 1.42), head.width * 0.36)
        book: head.row.book
        later: !Theme.still
    }
    Column {
        anchors {
            left: cover.right
            leftMargin: Theme.s4
            right: parent.right
        }
        Serif {
            width: parent.width
            text: head.row.book.title
            px: Theme.heading
            em: Theme.tall * 1.06
            wrapMode: Text.Wrap
            maximumLineCount: 2
            elide: Text.ElideRight
        }
        Sans {
            width: parent.width
            text: [head.row.book.author, head.row.press].filter(part => part !== "").join(" · ")
            color: Theme.inkSoft
            elide: Text.ElideRight
        }
        Item {
            width: 1
            height: Theme.s1
        }
        StateLine {
            width: parent.width
            row: head.row
            px: Theme.lead
        }
        Item {
            width: 1
            height: Theme.s0
        }
        Serif {
            visible: text !== ""
            width: parent.width
            text: head.row.shelf
            px: Theme.wide ? Theme.lead : Theme.section * 0.9
            spread: 0
            wrapMode: Text.Wrap
            maximumLineCount: 2
            elide: Text.ElideRight
        }
        Item {
            width: 1
            height: Theme.s1
        }
        Loader {
            visible: y + height <= head.height   // with too little room the words say it
            width: parent.width
            active: head.row.case > 0 && head.row.cases.length > 1
            sourceComponent: ShelfMap {
                cases: head.row.cases
                meant: head.row.case
            }
        }
    }
}
