pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// Today's sessions along one line; on a day without any, how to borrow and give back.
Item {
    id: today
    required property var sessions
    required property real nowAt
    signal course(string course)
    Serif {
        id: heading
        visible: today.sessions.length > 0
        text: Words.say("home.today")
        px: Theme.section
    }
    Loader {
        anchors {
            fill: parent
            topMargin: today.sessions.length > 0 ? heading.height + Theme.s2 : 0
        }
        sourceComponent: today.sessions.length > 0 ? line : how
    }
    Component {
        id: line
        Timeline {
            sessions: today.sessions
            nowAt: today.nowAt
            onPicked: course => today.course(course)
        }
    }
    Component {
        id: how
        HowList {
            most: Theme.care ? 2 : 3       // large print has no room for all
            least: Math.floor(today.height / most)
        }
    }
}
