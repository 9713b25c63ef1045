import QtQuick
import Kiosk

// One of two equal ways.
Pressable {
    id: door
    required property string text
    required property string note
    required property string icon
    property string fact
    readonly property color ground: enabled ? Theme.raised : Theme.sunk
    readonly property color say: enabled ? Theme.ink : Theme.inkFaint
    name: [text, note, fact].join(" ")
    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: door.down ? Qt.darker(door.ground, Theme.pressed) : door.ground
        border {
            width: Theme.line
            color: door.enabled ? Theme.edge : Theme.hairline
        }
    }
    Column {
        anchors {
            horizontalCenter: parent.horizontalCenter
            top: parent.top
            topMargin: Theme.s4 + (door.down ? Theme.dip : 0)
        }
        width: parent.width - 2 * Theme.s3
        spacing: Theme.s1
        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            name: door.icon
            color: door.say
            size: Theme.iconDoor
        }
        Label {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: door.text
            color: door.say
            px: Theme.heading
        }
        Sans {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: door.note
            wrapMode: Text.Wrap
            color: door.say
            px: Theme.body
            em: Theme.close
        }
        Figure {
            visible: text !== ""
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: door.fact
            color: Theme.vermilion
            px: Theme.display
        }
    }
}
