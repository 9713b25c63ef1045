import QtQuick
import Kiosk

// The title in hand, large; before any ISBN was scanned, what to do. And where all that follow stand.
Item {
    id: head
    required property var book         // none: an ISBN comes first
    required property string isbn
    required property bool unnamed
    required property string shelf
    readonly property bool empty: !book
    Column {
        id: heading
        y: Theme.wide ? Theme.s2 : Theme.s3
        width: parent.width
        Serif {
            text: Words.say("bench.heading")
            color: Theme.duty
            px: Theme.heading
        }
        Sans {
            width: parent.width
            text: head.shelf === "" ? Words.say("bench.no_shelf") : Words.say("bench.shelf", {
                shelf: head.shelf
            })
            wrapMode: Text.Wrap
            maximumLineCount: 2
            elide: Text.ElideRight
            strong: head.shelf !== ""
            color: head.shelf === "" ? Theme.inkSoft : Theme.ink
            px: head.shelf === "" ? Theme.body : Theme.lead
            em: Theme.close
        }
    }
    Item {
        id: picture
        anchors {
            top: heading.bottom
            topMargin: Theme.care ? Theme.s2 : Theme.wide ? Theme.s4 : Theme.s3
        }
        width: Theme.care ? Theme.coverRow * 2.2 : Theme.coverPage * 1.2
        height: Math.round(width * 1.42)
        BookCover {
            visible: !head.empty && !head.unnamed
            width: parent.width
            book: head.unnamed ? null : head.book
        }
        Rectangle {
            visible: head.empty || head.unnamed
            anchors.fill: parent
            color: Theme.raised
            border {
                width: Theme.line
                color: Theme.edge
            }
            Icon {
                anchors.centerIn: parent
                name: head.unnamed ? "book" : "code"
                size: parent.width * 0.5
                color: head.unnamed ? Theme.ochre : Theme.vermilion
            }
        }
    }
    Column {
        anchors {
            left: picture.right
            leftMargin: Theme.s4
            right: parent.right
        }
        y: Math.max(picture.y, picture.y + (picture.height - height) / 2)
        Serif {
            width: parent.width
            text: head.empty ? Words.say("bench.first") : head.unnamed ? Words.say("bench.unnamed") : head.book.title
            wrapMode: Text.Wrap
            maximumLineCount: 3
            elide: Text.ElideRight
            color: head.unnamed ? Theme.ochre : Theme.ink
            px: Theme.care || head.empty ? Theme.section : Theme.heading
        }
        Sans {
            visible: text !== ""
            width: parent.width
            text: head.empty ? Words.say("bench.how") : head.unnamed ? Words.say("bench.unnamed_how") : head.book.author
            wrapMode: Text.Wrap
            maximumLineCount: head.empty ? 5 : 2
            elide: Text.ElideRight
            color: Theme.inkSoft
            px: head.empty ? Theme.body : Theme.lead
            em: Theme.close
        }
        Sans {
            visible: head.isbn !== ""
            width: parent.width
            text: Words.say("bench.isbn", {
                isbn: head.isbn
            })
            elide: Text.ElideRight
            color: Theme.inkSoft
            px: Theme.note
            em: Theme.close
        }
    }
}
