import QtQuick
import Kiosk

// One book of this visit: what, then what matters about it, and the way back.
Item {
    id: row
    required property var book
    property string told             // under the author: a state in words
    property color tone: Theme.vermilion
    property string fact               // right: large, and why
    property string why
    property string button
    property bool fresh: false
    signal undo
    signal focused
    implicitHeight: Theme.row
    BookCover {
        id: cover
        width: Theme.coverRow
        anchors.verticalCenter: parent.verticalCenter
        book: row.book
    }
    Ribbon {
        visible: row.fresh
        x: cover.threaded || cover.latin ? cover.width - width - Theme.s1 : Theme.s1
        y: cover.y - Theme.s1
    }
    Column {
        anchors {
            left: cover.right
            leftMargin: Theme.s4 - Theme.s1
            right: due.left
            rightMargin: Theme.s2
            verticalCenter: parent.verticalCenter
        }
        Sans {
            width: parent.width
            text: row.book.title
            strong: true
            px: Theme.lead
            em: Theme.close
            elide: Text.ElideRight
        }
        Sans {
            width: parent.width
            text: row.book.author
            color: Theme.inkSoft
            px: Theme.note
            em: Theme.close
            elide: Text.ElideRight
        }
        Sans {
            visible: text !== ""
            width: parent.width
            text: row.told
            strong: true
            color: row.tone
            px: Theme.caption
            em: Theme.close
            elide: Text.ElideRight
        }
    }
    Column {
        id: due
        anchors {
            right: back.left
            rightMargin: row.button === "" ? 0 : Theme.s4 - Theme.s1
            verticalCenter: parent.verticalCenter
        }
        Figure {
            visible: text !== ""
            anchors.right: parent.right
            text: row.fact
            px: Theme.section
        }
        Sans {
            visible: text !== ""
            anchors.right: parent.right
            text: row.why
            color: Theme.inkSoft
            px: Theme.caption
            em: Theme.close
        }
    }
    BigButton {
        id: back
        visible: row.button !== ""
        anchors {
            right: parent.right
            verticalCenter: parent.verticalCenter
        }
        width: visible ? Theme.small : 0
        text: row.button
        name: row.button + " " + row.book.title
        focusGap: -Theme.s0
        onPressed: row.undo()
        onActiveFocusChanged: if (activeFocus) {
            row.focused();
        }
    }
    Hairline {
        anchors.bottom: parent.bottom
        width: parent.width
    }
}
