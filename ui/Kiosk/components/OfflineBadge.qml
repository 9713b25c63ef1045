import QtQuick
import Kiosk

// Offline is a state, not an error.
Row {
    spacing: Theme.s1
    Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.dot
        height: Theme.dot
        radius: Theme.dot / 2
        color: Theme.clear
        border {
            width: Theme.dot / 5
            color: Theme.pine
        }
    }
    Sans {
        text: Words.say("top.offline")
        px: Theme.caption
        color: Theme.pine
    }
}
