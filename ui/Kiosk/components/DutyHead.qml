import QtQuick
import Kiosk

// Who works here now, in which role, for how long without a touch; and how the line to the hub is.
Item {
    id: head
    required property string name
    required property string role
    required property int seconds
    required property bool ending
    required property var light
    Rectangle {
        id: disc
        y: Theme.care ? Theme.s4 : Theme.wide ? Theme.s5 : Theme.s6 - Theme.s3
        width: Theme.s6 * 1.5
        height: width
        radius: width / 2
        color: Theme.dutyFill
        Icon {
            anchors.centerIn: parent
            name: "desk"
            size: parent.width * 0.56
            weight: 2.4
            color: Theme.dutyInk
        }
    }
    Column {
        anchors {
            left: disc.right
            leftMargin: Theme.s4
            right: parent.right
            verticalCenter: disc.verticalCenter
        }
        Sans {
            width: parent.width
            text: Words.say("desk.duty") + " · " + Words.say("role." + head.role)
            elide: Text.ElideRight
            strong: true
            color: Theme.duty
            px: Theme.lead
            em: Theme.close
        }
        Serif {
            width: parent.width
            text: head.name
            elide: Text.ElideRight
            px: Theme.display
        }
    }
    Column {
        anchors {
            top: disc.bottom
            topMargin: Theme.wide ? Theme.s5 : Theme.s4
        }
        width: parent.width
        Figure {
            color: head.ending ? Theme.ochre : Theme.ink
            text: Math.floor(head.seconds / 60) + ":" + String(head.seconds % 60).padStart(2, "0")
            px: Theme.hero
        }
        Sans {
            width: parent.width
            text: Words.say(head.ending ? "desk.ending" : "desk.ends")
            wrapMode: Text.Wrap
            strong: head.ending
            color: head.ending ? Theme.ochre : Theme.inkSoft
            px: Theme.lead
            em: Theme.close
        }
        HubTold {
            visible: Theme.wide && told
            width: parent.width
            topPadding: Theme.s2
            light: head.light
        }
    }
}
