import QtQuick
import Kiosk

// One key: a digit, or a word with its drawing.
Pressable {
    id: key
    property string digit
    property string text
    property string icon
    property real px: Theme.display    // of a digit or a letter
    readonly property color ground: !enabled || text !== "" ? Theme.sunk : Theme.raised
    readonly property color say: enabled ? Theme.ink : Theme.inkFaint
    name: digit + text
    focusGap: -Theme.s0
    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: key.down ? Qt.darker(key.ground, Theme.pressed) : key.ground
        border {
            width: Theme.line
            color: key.enabled ? Theme.edge : Theme.hairline
        }
    }
    Figure {
        visible: key.digit !== ""
        anchors.centerIn: parent
        anchors.verticalCenterOffset: key.down ? Theme.dip : 0
        text: key.digit
        color: key.say
        px: key.px
    }
    Row {
        visible: key.text !== ""
        anchors.centerIn: parent
        anchors.verticalCenterOffset: key.down ? Theme.dip : 0
        spacing: Theme.s2
        Icon {
            visible: key.icon !== ""
            anchors.verticalCenter: parent.verticalCenter
            name: key.icon
            color: key.say
        }
        Label {
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, key.width - 2 * Theme.s1 - (key.icon === "" ? 0 : Theme.icon + Theme.s2))
            text: key.text
            color: key.say
            px: Theme.label
        }
    }
}
