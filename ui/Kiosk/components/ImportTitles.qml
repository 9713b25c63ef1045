pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// The first titles of a list, as they will stand in the catalogue.
Roll {
    id: roll
    required property var titles
    model: titles
    delegate: Item {
        id: row
        required property var modelData
        width: roll.width
        height: Math.max(cover.height, words.height) + Theme.s2
        BookCover {
            id: cover
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.coverLine
            book: row.modelData.book
        }
        Column {
            id: words
            anchors {
                left: cover.right
                leftMargin: Theme.s3
                right: parent.right
                verticalCenter: parent.verticalCenter
            }
            Serif {
                width: parent.width
                text: row.modelData.book.title
                elide: Text.ElideRight
                px: Theme.lead
                spread: 0
            }
            Sans {
                width: parent.width
                text: [row.modelData.book.author, row.modelData.mark, row.modelData.isbn, Words.say("import.mark_copies", {
                    count: row.modelData.copies
                })].filter(part => part !== "").join(" · ")
                elide: Text.ElideRight
                color: Theme.inkSoft
                px: Theme.note
                em: Theme.close
            }
        }
        Hairline {
            anchors.bottom: parent.bottom
            width: parent.width
        }
    }
}
