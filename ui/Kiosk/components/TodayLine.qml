import QtQuick
import Kiosk

// Today, and its line.
Column {
    id: today
    required property var line             // { sessions, nowAt }
    signal picked(string course)
    spacing: Theme.s2
    Serif {
        text: Words.say("programme.today")
        px: Theme.section
    }
    Timeline {
        width: parent.width
        sessions: today.line.sessions
        nowAt: today.line.nowAt
        lines: 2
        onPicked: course => today.picked(course)
    }
}
