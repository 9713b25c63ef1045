import QtQuick
import Kiosk

// Several books that wait: how many, and how they stand on the hold shelf.
Item {
    id: head
    required property var items
    readonly property string kind: items.every(item => item.kind === items[0].kind) ? items[0].kind : "several"
    Column {
        y: Theme.wide ? Theme.s3 : Theme.s5
        width: Theme.wide ? parent.width : parent.width - Theme.shelfWidth - Theme.s3
        spacing: Theme.s1
        Sans {
            text: Words.say("answers.over_many", {
                count: head.items.length
            })
            strong: true
            color: Theme.pine
            px: Theme.lead
        }
        Serif {
            visible: head.items.every(item => item.kind === "hold_ready")
            width: parent.width
            text: Words.say("answers." + head.kind)
            wrapMode: Text.Wrap
            px: Theme.heading
        }
    }
    SpineShelf {
        anchors {
            right: parent.right
            rightMargin: Theme.s2
            bottom: parent.bottom
            bottomMargin: Theme.s4
        }
        width: Theme.wide ? parent.width - Theme.s4 : Theme.shelfWidth
        height: Theme.shelf
        books: head.items.map(item => item.book).filter(book => book)
        most: books.length
    }
}
