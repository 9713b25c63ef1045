import QtQuick
import Kiosk

// Care mode: the book just given back, and where to put it.
Item {
    id: page
    required property var row
    implicitHeight: cover.height
    BookCover {
        id: cover
        y: Theme.wide ? Theme.s3 : 0
        width: Theme.wide ? Theme.coverPage : Theme.coverPage * 0.7
        book: page.row.book
    }
    Column {
        anchors {
            left: cover.right
            leftMargin: Theme.s4
            right: parent.right
            verticalCenter: cover.verticalCenter
        }
        spacing: Theme.s2
        Serif {
            width: parent.width
            text: page.row.book.title
            px: Theme.title
            wrapMode: Text.Wrap
            maximumLineCount: 2
            elide: Text.ElideRight
        }
        Sans {
            width: parent.width
            text: page.row.holdWaiting ? Words.say("returned.hold") : Words.say("returned.plain")
            wrapMode: Text.Wrap
            strong: true
            px: Theme.lead
            em: Theme.close
            color: page.row.holdWaiting ? Theme.vermilion : Theme.pine
        }
        Sans {
            visible: page.row.overdueDays > 0
            width: parent.width
            text: Words.say("returned.overdue", {
                days: page.row.overdueDays
            })
            wrapMode: Text.Wrap
            px: Theme.body
            em: Theme.close
            color: Theme.ochre
        }
    }
}
