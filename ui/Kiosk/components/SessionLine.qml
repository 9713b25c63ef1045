import QtQuick
import Kiosk

// One session in the programme, its time first; a touch anywhere on the line opens the course.
Pressable {
    id: line
    required property var row          // { title, kind, when, room, teacher, issue, state, free, mine }
    required property string today
    property bool dated: false         // the day stands below the time
    readonly property bool off: row.state === "cancelled"
    readonly property string issue: row.issue ? Words.say("programme.issue", {
        issue: row.issue
    }) : ""
    readonly property string day: row.when.on === today ? Words.say("programme.today") : Words.date(row.when.on) + " " + Words.day(row.when.on)
    signal focused
    name: [row.when.starts, day, row.title, row.room, state.text].join(" ")
    focusGap: -Theme.s0
    implicitHeight: Theme.lesson
    onActiveFocusChanged: if (activeFocus) {
        focused();
    }
    Rectangle {
        anchors.fill: parent
        visible: line.down
        color: Qt.darker(Theme.paper, Theme.pressed)
    }
    Column {
        id: when
        anchors.verticalCenter: parent.verticalCenter
        anchors.verticalCenterOffset: Theme.wide ? -Theme.s1 : -Theme.s0
        width: Theme.lessonWhen
        Figure {
            text: line.row.when.starts
            color: line.off ? Theme.inkFaint : Theme.ink
            px: Theme.lessonTime
        }
        Sans {
            visible: line.dated
            width: parent.width - Theme.s1
            text: line.day
            color: Theme.inkSoft
            px: Theme.caption
            em: Theme.close
            elide: Text.ElideRight
        }
    }
    Column {
        anchors {
            left: when.right
            right: state.left
            rightMargin: Theme.s3
            verticalCenter: parent.verticalCenter
        }
        Sans {
            id: title
            width: parent.width
            text: line.row.title
            strong: true
            color: line.off ? Theme.inkFaint : Theme.ink
            px: Theme.lead
            em: 1.25
            wrapMode: Text.Wrap
            maximumLineCount: Theme.wide ? 1 : 2
            elide: Text.ElideRight
        }
        Sans {
            width: parent.width
            text: [line.row.room, line.row.teacher].filter(part => part).join(" · ")
            color: Theme.inkSoft
            px: Theme.caption
            em: Theme.close
            elide: Text.ElideRight
        }
        Sans {
            visible: !Theme.wide && title.lineCount < 2
            width: parent.width
            text: [Words.say("kind." + line.row.kind), line.issue].filter(part => part).join(" · ")
            color: Theme.inkSoft
            px: Theme.caption
            em: Theme.close
            elide: Text.ElideRight
        }
    }
    SessionState {
        id: state
        anchors {
            right: go.left
            rightMargin: Theme.s2
            verticalCenter: parent.verticalCenter
        }
        width: Theme.lessonState
        horizontalAlignment: Text.AlignRight
        row: line.row
        px: Theme.note
        wrapMode: Text.Wrap
    }
    Sans {
        id: go
        anchors {
            right: parent.right
            verticalCenter: parent.verticalCenter
        }
        text: "→"
        Accessible.ignored: true
        px: Theme.lead
        color: Theme.inkSoft
    }
    Hairline {
        anchors.bottom: parent.bottom
        width: parent.width
    }
}
