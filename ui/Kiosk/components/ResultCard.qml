import QtQuick
import Kiosk

// A title that was found; the chosen one has an ink frame.
Pressable {
    id: card
    required property var row
    property bool chosen: false
    readonly property real room: height - 2 * Theme.s2 - names.height - Theme.s1
    name: row ? row.book.title + " " + row.book.author : ""
    enabled: !!row
    focusGap: 0
    Accessible.selected: chosen
    Rectangle {
        anchors.fill: parent
        color: card.chosen || card.down ? Theme.raised : Theme.clear
        radius: Theme.radius
        border {
            width: card.chosen ? Theme.bold : 0
            color: Theme.ink
        }
    }
    BookCover {
        id: cover
        x: Theme.s2
        y: Theme.s2
        width: Math.min(card.width - 2 * Theme.s2, Math.floor(card.room / 1.42))
        book: card.row?.book ?? null
        later: !Theme.still
    }
    Column {
        id: names
        anchors {
            left: cover.left
            right: parent.right
            rightMargin: Theme.s1
            top: cover.bottom
            topMargin: Theme.s1
        }
        Sans {
            width: parent.width
            text: card.row?.book.title ?? ""
            strong: true
            px: Theme.body
            em: Theme.close
            elide: Text.ElideRight
        }
        StateLine {
            visible: !!card.row
            width: parent.width
            row: card.row
        }
    }
}
