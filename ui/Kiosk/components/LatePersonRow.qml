import QtQuick
import Kiosk

// Somebody whose books are late: masked, the end of the number, which books, and for how long.
Pressable {
    id: row
    required property var person
    property bool chosen: false
    name: person.name + " " + person.numberTail
    implicitHeight: Dense.row + Theme.s2
    focusGap: 0
    Rectangle {
        anchors.fill: parent
        visible: row.chosen || row.down
        color: Theme.raised
        border {
            width: row.chosen ? Theme.bold : 0
            color: Theme.ink
        }
    }
    FaceDisc {
        id: disc
        x: Theme.s1
        anchors.verticalCenter: parent.verticalCenter
        width: 52
        height: 52
        face: row.person.face
        chosen: false
    }
    Sans {
        id: who
        anchors {
            left: disc.right
            leftMargin: Theme.s2
        }
        y: Theme.s1
        text: row.person.name + " · " + row.person.numberTail
        strong: true
        px: Dense.body
        em: Theme.close
    }
    Sans {
        anchors {
            left: who.left
            right: days.left
            rightMargin: Theme.s2
            top: who.bottom
        }
        text: row.person.books.map(one => Words.say("overdue.quoted", {
            title: one.book.short
        })).join(" ")
        elide: Text.ElideRight
        px: Dense.caption
        em: Theme.close
        color: Theme.inkSoft
    }
    Row {
        id: days
        anchors {
            right: parent.right
            rightMargin: Theme.s2
            verticalCenter: parent.verticalCenter
        }
        spacing: Theme.s1
        Figure {
            id: many
            text: row.person.days > 0 ? row.person.days : row.person.books.length
            px: Dense.title
            color: row.person.days > 0 ? Theme.ochre : Theme.ink
        }
        Sans {
            anchors.baseline: many.baseline
            text: Words.say(row.person.days > 0 ? "overdue.unit_days" : "overdue.unit_books")
            px: Dense.caption
            color: Theme.inkSoft
        }
    }
    Hairline {
        anchors.bottom: parent.bottom
        width: parent.width
    }
}
