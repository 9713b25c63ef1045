import QtQuick
import Kiosk

// A session on the line of the day: its time first. A filled dot has begun.
Pressable {
    id: stop
    required property var session
    property bool begun: false
    property int lines: 1
    name: [session.when.starts, session.title, session.room, state.text].join(" ")
    focusGap: Theme.s0
    implicitHeight: dot.height + Theme.s1 + words.height
    Rectangle {
        id: dot
        width: Theme.dot + Theme.s0
        height: width
        y: -Theme.s0 / 2
        radius: width / 2
        color: stop.begun ? Theme.vermilion : Theme.paper
        border {
            width: Theme.line + 1
            color: stop.begun ? Theme.vermilion : Theme.edge
        }
    }
    Rectangle {
        anchors.fill: words
        visible: stop.down
        color: Qt.darker(Theme.paper, Theme.pressed)
    }
    Column {
        id: words
        y: dot.height + Theme.s1
        width: parent.width
        Figure {
            width: parent.width
            text: stop.session.when.starts
            px: Theme.lessonTime
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.lead
        }
        Sans {
            width: parent.width
            text: stop.session.title
            strong: true
            px: Theme.label
            em: 1.25
            wrapMode: Text.Wrap
            maximumLineCount: stop.lines
            elide: Text.ElideRight
        }
        Sans {
            width: parent.width
            text: stop.session.room
            color: Theme.inkSoft
            px: Theme.caption
            em: Theme.close
            elide: Text.ElideRight
        }
        SessionState {
            id: state
            width: parent.width
            row: stop.session
            now: stop.begun
            px: Theme.caption
            wrapMode: Text.Wrap
            maximumLineCount: stop.lines
            elide: Text.ElideRight
        }
    }
}
