import QtQuick
import Kiosk

// The time of a hall's wall clock, and the day.
Item {
    id: wall
    required property var frame
    implicitHeight: time.height
    Figure {
        id: time
        text: wall.frame.now
        px: Theme.clock
    }
    Column {
        anchors {
            right: parent.right
            verticalCenter: parent.verticalCenter
        }
        Figure {
            anchors.right: parent.right
            text: Words.date(wall.frame.today)
            px: Theme.heading
        }
        Sans {
            anchors.right: parent.right
            text: Words.weekday(wall.frame.today)
            px: Theme.lead
        }
        Sans {
            visible: Words.upright && wall.frame.lunar !== ""
            anchors.right: parent.right
            text: Words.say("top.lunar", {
                lunar: wall.frame.lunar
            })
            color: Theme.inkSoft
            px: Theme.body
        }
    }
}
