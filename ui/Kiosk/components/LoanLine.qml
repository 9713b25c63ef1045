import QtQuick
import Kiosk

// A loan in the record: until when, and whether it can be kept longer.
Item {
    id: line
    required property var row          // { loan, book, due, renewable, renewalsLeft, whyNot, confirmed }
    property bool fresh: false
    readonly property bool late: row.due.days < 0
    readonly property string told: late ? Words.say("record.late", {
        days: -row.due.days
    }) : fresh ? Words.say("record.renewed") : !row.renewable && row.whyNot.length > 0 ? row.whyNot[0].text : ""
    readonly property string kept: row.confirmed === true ? Words.say("record.at_hub") : row.confirmed === false ? Words.say("record.not_at_hub") : ""
    signal renew
    signal focused
    implicitHeight: Theme.loanLine
    BookCover {
        id: cover
        width: Theme.coverLine
        anchors.verticalCenter: parent.verticalCenter
        book: line.row.book
    }
    Ribbon {
        visible: line.fresh
        u: 0.7
        x: cover.threaded || cover.latin ? cover.width - width - Theme.s0 : Theme.s0
        y: cover.y - Theme.s0
    }
    Column {
        anchors {
            left: cover.right
            leftMargin: Theme.s3
            right: due.left
            rightMargin: Theme.s2
            verticalCenter: parent.verticalCenter
        }
        Sans {
            width: parent.width
            text: line.row.book.title
            strong: true
            px: Theme.label
            em: Theme.close
            elide: Text.ElideRight
        }
        Sans {
            visible: text !== ""
            width: parent.width
            text: line.told || line.kept
            strong: line.fresh && !line.late
            color: line.told === "" ? Theme.inkSoft : line.fresh && !line.late ? Theme.vermilion : Theme.ochre
            px: Theme.caption
            em: Theme.close
            elide: Text.ElideRight
        }
    }
    Figure {
        id: due
        anchors {
            right: renew.left
            rightMargin: Theme.s4 - Theme.s1
            verticalCenter: parent.verticalCenter
        }
        text: Words.date(line.row.due.on)
        px: Theme.section - Theme.s1
        color: line.late ? Theme.ochre : Theme.ink
    }
    BigButton {
        id: renew
        enabled: line.row.renewable
        anchors {
            right: parent.right
            verticalCenter: parent.verticalCenter
        }
        width: Theme.small
        height: Theme.touch
        text: line.row.renewable ? Words.say("record.renew") : Words.say("record.renew_not")
        name: text + " " + line.row.book.title
        focusGap: -Theme.s0
        onPressed: line.renew()
        onActiveFocusChanged: if (activeFocus) {
            line.focused();
        }
    }
    Hairline {
        anchors.bottom: parent.bottom
        width: parent.width
    }
}
