import QtQuick
import Kiosk

// One of a few answers; its key is its number.
Pressable {
    id: choice
    required property string text
    property string key
    property bool chosen: false
    name: text
    Accessible.role: Accessible.RadioButton
    Accessible.checked: chosen
    implicitHeight: Dense.touch
    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: choice.down ? Qt.darker(Theme.raised, Theme.pressed) : Theme.raised
        border {
            width: choice.chosen ? Theme.bold : Theme.line
            color: choice.chosen ? Theme.ink : Theme.edge
        }
    }
    Key {
        id: number
        x: Theme.s2
        anchors.verticalCenter: parent.verticalCenter
        text: choice.key
    }
    Label {
        anchors {
            left: number.visible ? number.right : parent.left
            leftMargin: 14
            right: tick.left
            verticalCenter: parent.verticalCenter
        }
        text: choice.text
        strong: choice.chosen
        px: Dense.body
    }
    Icon {
        id: tick
        opacity: choice.chosen ? 1 : 0
        name: "check"
        size: 28
        weight: 5
        anchors {
            right: parent.right
            rightMargin: 14
            verticalCenter: parent.verticalCenter
        }
    }
}
