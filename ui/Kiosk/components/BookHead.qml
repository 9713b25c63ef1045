import QtQuick
import Kiosk

// The head of a page about one book: its cover and what is to be said; without a book, a drawing in its place.
Item {
    id: head
    required property var book
    required property string heading
    property string icon
    property string over               // above the heading
    property color overTone: Theme.inkSoft
    property bool overStrong: false
    property string text               // below it
    property color tone: Theme.ink
    readonly property bool named: !!book
    readonly property Item picture: named ? cover : emblem
    BookCover {
        id: cover
        visible: head.named
        y: Theme.wide ? Theme.s4 : Theme.s5
        width: Theme.coverPage
        book: head.book
    }
    Rectangle {
        id: emblem
        visible: !head.named
        y: cover.y
        width: Theme.coverPage
        height: width
        color: Theme.clear
        border {
            width: Theme.line
            color: Theme.ochre
        }
        Icon {
            anchors.centerIn: parent
            name: head.icon
            size: parent.width * 0.56
            weight: 2
            color: Theme.ochre
        }
    }
    Column {
        anchors {
            left: cover.right
            leftMargin: Theme.wide ? Theme.s4 : Theme.s5
            right: parent.right
        }
        y: cover.y + Math.max(0, (head.picture.height - height) / 2)
        spacing: Theme.s2
        Sans {
            visible: text !== ""
            width: parent.width
            text: head.over
            leftPadding: text.startsWith("《") ? -px * 0.4 : 0
            strong: head.overStrong
            color: head.overTone
            px: Theme.lead
            em: Theme.close
            wrapMode: Text.Wrap
            maximumLineCount: 2
            elide: Text.ElideRight
        }
        Serif {
            width: parent.width
            text: head.heading
            leftPadding: text.startsWith("《") ? -px * 0.4 : 0
            wrapMode: Text.Wrap
            maximumLineCount: 4
            elide: Text.ElideRight
            px: Theme.heading
        }
        Sans {
            visible: text !== ""
            width: parent.width
            text: head.text
            wrapMode: Text.Wrap
            color: head.tone
            px: Theme.wide ? Theme.body : Theme.lead
            em: Theme.close
        }
    }
}
