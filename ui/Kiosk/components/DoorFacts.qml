import QtQuick
import Kiosk

// What the door tells below its gate: facts, the sessions of the course, and what comes next.
Column {
    id: door
    required property var facts
    required property var progress         // { marks, number, been }
    required property string next
    property bool here: true
    property real lead: 1
    property string remark
    readonly property int count: progress.marks.length
    property bool brief: false         // something else has to be read first
    readonly property bool several: count > 1 && !brief
    readonly property bool barred: several && !Theme.care
    spacing: Theme.s3
    FactStrip {
        width: parent.width
        facts: door.facts
        here: door.here
        lead: door.lead
    }
    Item {
        visible: door.barred
        width: parent.width
        height: Theme.wide ? Theme.s1 : Theme.s2
    }
    LessonBar {
        visible: door.barred
        width: parent.width
        marks: door.progress.marks
    }
    Sans {
        visible: door.several
        width: parent.width
        text: Words.say(door.progress.number === door.count ? "checked_out.been_last" : "checked_out.been", {
            count: door.count,
            been: door.progress.been
        })
        px: Theme.label
        em: Theme.close
        wrapMode: Text.Wrap
    }
    Column {
        width: parent.width
        Sans {
            width: parent.width
            text: [door.remark, door.next].filter(part => part).join(Words.upright ? "" : " ")
            color: Theme.inkSoft
            px: Theme.body
            em: Theme.close
            wrapMode: Text.Wrap
        }
        Sans {
            width: parent.width
            text: Words.say("checked_in.free")
            strong: true
            color: Theme.pine
            px: Theme.body
            em: Theme.close
            wrapMode: Text.Wrap
        }
    }
}
