import QtQuick
import Kiosk

// One case of the pile: the book or the face, what does not fit, and since when.
Pressable {
    id: slip
    required property var row          // { key, kind, day, time, book, who, course, putOff }
    property bool chosen: false
    property bool seen: true           // wholly; what is drawn in lines is not cut at the edge of a list
    name: title.text
    implicitHeight: Theme.wide ? 124 : 132
    focusGap: 0
    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: slip.down ? Qt.darker(Theme.raised, Theme.pressed) : slip.chosen ? Theme.raised : Theme.clear
        border {
            width: slip.chosen ? Theme.bold : Theme.line
            color: slip.chosen ? Theme.ink : Theme.hairline
        }
    }
    Item {
        id: sign
        x: Theme.s2
        width: 56
        height: parent.height
        BookCover {
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width
            visible: !!slip.row.book
            book: slip.row.book ?? ({})
        }
        FaceDisc {
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width
            height: width
            visible: !slip.row.book && slip.row.who !== ""
            face: slip.row.who.slice(0, 1)
        }
        Icon {
            anchors.centerIn: parent
            visible: !slip.row.book && slip.row.who === "" && slip.seen
            name: slip.row.kind === "over_booked" ? "class" : slip.row.kind === "printed_after_revoked" ? "note" : "kiosk"
            size: parent.width
            color: Theme.inkSoft
        }
    }
    Column {
        anchors {
            left: sign.right
            leftMargin: Theme.s2
            right: parent.right
            rightMargin: Theme.gap
            verticalCenter: parent.verticalCenter
        }
        Sans {
            id: title
            width: parent.width
            text: Words.say("case." + slip.row.kind + ".name")
            strong: true
            px: Dense.body
            em: Theme.serifed
            wrapMode: Text.Wrap
            maximumLineCount: 2
            elide: Text.ElideRight
        }
        Sans {
            width: parent.width
            text: slip.row.putOff ? Words.say("cases.put_off") : Words.date(slip.row.day) + " " + slip.row.time
            px: Dense.caption
            em: Theme.serifed
            color: Theme.inkSoft
            elide: Text.ElideRight
        }
    }
}
