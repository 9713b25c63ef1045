import QtQuick
import Kiosk

// One evening of a course: what, when and where, how it stands, and the way to it.
Item {
    id: line
    required property var row          // { title, kind, when, room, issue, state, free, mine }
    required property string button
    readonly property string day: Words.say("programme.when", {
        date: Words.date(row.when.on),
        weekday: Words.weekday(row.when.on),
        starts: row.when.starts
    })
    readonly property string stands: row.mine !== "" ? Words.say("programme.mine_" + row.mine) : Words.say("programme." + row.state)
    signal pressed
    signal focused
    implicitHeight: Theme.row
    Column {
        anchors {
            left: parent.left
            right: go.left
            rightMargin: Theme.s3
            verticalCenter: parent.verticalCenter
        }
        Sans {
            width: parent.width
            text: line.row.title
            strong: true
            px: Theme.lead
            em: Theme.close
            elide: Text.ElideRight
        }
        Sans {
            width: parent.width
            text: [line.day, line.row.room].filter(part => part).join(" · ")
            color: Theme.inkSoft
            px: Theme.note
            em: Theme.close
            elide: Text.ElideRight
        }
        Sans {
            visible: !Theme.care
            width: parent.width
            text: [Words.say("kind." + line.row.kind), line.row.issue ? Words.say("programme.issue", {
                    issue: line.row.issue
                }) : "", line.stands].filter(part => part).join(" · ")
            strong: true
            color: line.row.state === "full" || line.row.state === "cancelled" ? Theme.ochre : Theme.pine
            px: Theme.caption
            em: Theme.close
            elide: Text.ElideRight
        }
    }
    BigButton {
        id: go
        anchors {
            right: parent.right
            verticalCenter: parent.verticalCenter
        }
        width: Theme.small
        text: line.button
        name: line.button + " " + line.row.title + " " + line.day
        focusGap: -Theme.s0
        onPressed: line.pressed()
        onActiveFocusChanged: if (activeFocus) {
            line.focused();
        }
    }
    Hairline {
        anchors.bottom: parent.bottom
        width: parent.width
    }
}
