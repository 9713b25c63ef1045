import QtQuick
import Kiosk

// How the kiosk and its hub stand to each other. Without a line it is a state, not an error.
Row {
    id: badge
    required property var light
    readonly property bool linked: light.way === "in_touch"
    readonly property color tone: light.way === "staff" ? Theme.ochre : Theme.pine
    spacing: Theme.s1
    Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.dot
        height: Theme.dot
        radius: Theme.dot / 2
        color: badge.linked ? badge.tone : Theme.clear
        border {
            width: Theme.dot / 5
            color: badge.tone
        }
    }
    Sans {
        text: Words.say("light." + badge.light.way, {
            count: badge.light.waiting,
            days: badge.light.days
        })
        px: Theme.caption
        color: badge.tone
    }
}
