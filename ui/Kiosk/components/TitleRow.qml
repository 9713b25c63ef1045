import QtQuick
import Kiosk

// A title in a list: its cover, who wrote it and where it belongs, and how many copies are here and out.
Pressable {
    id: row
    required property var line
    property bool first: false             // the one that Enter opens
    readonly property string told: [[line.here, "here"], [line.out, "out"], [line.other, "other"]].filter(([count]) => count > 0).map(([count, word]) => Words.say("titles.count_" + word, {
            count: count
        })).join(" · ")
    name: line.book.title + " " + counted.text
    implicitHeight: Dense.row + Theme.s3
    focusGap: -Theme.s0
    Rectangle {
        anchors.fill: parent
        color: row.down ? Qt.darker(Theme.paper, Theme.pressed) : row.first ? Theme.raised : Theme.clear
    }
    BookCover {
        id: cover
        x: Theme.s1
        anchors.verticalCenter: parent.verticalCenter
        width: 56
        book: row.line.book
    }
    Sans {
        id: heading
        anchors {
            left: cover.right
            leftMargin: Theme.s2
            right: counted.left
            rightMargin: Theme.s2
        }
        y: Theme.s1
        text: row.line.book.title
        elide: Text.ElideRight
        strong: true
        px: Dense.body
        em: Theme.close
    }
    Sans {
        anchors {
            left: heading.left
            right: heading.right
            top: heading.bottom
        }
        text: [row.line.classMark, row.line.book.author, row.line.press, row.line.year].filter(part => part !== "").join(" · ")
        elide: Text.ElideRight
        color: Theme.inkSoft
        px: Dense.caption
        em: Theme.close
    }
    Serif {
        id: counted
        anchors {
            right: parent.right
            rightMargin: Theme.s2
            verticalCenter: parent.verticalCenter
        }
        text: row.told === "" ? Words.say("titles.count_none") : row.told
        color: row.line.here > 0 ? Theme.ink : Theme.inkSoft
        spread: 0
        px: Dense.body
        em: 1.3
    }
    Hairline {
        anchors.bottom: parent.bottom
        width: parent.width
    }
}
