import QtQuick
import Kiosk

// A title with all that stands on its title page.
Item {
    id: head
    required property var row
    property string small                  // class, pages, price
    property bool paper: false             // on a slip, which stays paper at night
    property string told                   // who waits for it
    BookCover {
        id: cover
        width: Math.min(Math.floor(head.height / 1.42), head.width * 0.38)
        book: head.row.book
    }
    Column {
        anchors {
            left: cover.right
            leftMargin: Theme.s4
            right: parent.right
        }
        spacing: Theme.s1
        Serif {
            width: parent.width
            text: head.row.book.title
            color: head.paper ? Theme.sheetInk : Theme.ink
            px: Theme.heading
            em: Theme.tall * 1.06
            wrapMode: Text.Wrap
            maximumLineCount: 3
            elide: Text.ElideRight
        }
        Sans {
            width: parent.width
            text: head.row.book.author
            color: head.paper ? Theme.sheetInk : Theme.ink
            px: Theme.lead
            em: Theme.close
            wrapMode: Text.Wrap
            maximumLineCount: 2
            elide: Text.ElideRight
        }
        Sans {
            visible: text !== ""
            width: parent.width
            text: [head.row.press, head.row.year].filter(part => part !== "").join(" · ")
            color: head.paper ? Theme.sheetSoft : Theme.inkSoft
            em: Theme.close
            elide: Text.ElideRight
        }
        Sans {
            visible: !Theme.care
            width: parent.width
            text: head.small
            color: head.paper ? Theme.sheetSoft : Theme.inkSoft
            px: Theme.caption
            em: Theme.close
            elide: Text.ElideRight
        }
        Item {
            width: 1
            height: Theme.s1
        }
        StateLine {
            visible: !head.paper
            width: parent.width
            row: head.row
            px: Theme.lead
        }
        Sans {
            visible: text !== ""
            width: parent.width
            text: head.told
            strong: true
            color: Theme.ochre
            wrapMode: Text.Wrap
            em: Theme.close
        }
    }
}
