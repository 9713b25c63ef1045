import QtQuick
import Kiosk

// kind: "primary" (vermilion, one on a page), "pine" (go on), "plain" (bordered)
Pressable {
    id: button
    property string kind: "plain"
    required property string text
    property string icon
    readonly property bool filled: kind !== "plain"
    readonly property color fill: !enabled ? Theme.sunk : kind === "primary" ? Theme.vermilionFill : kind === "pine" ? Theme.pineFill : Theme.raised
    readonly property color say: !enabled ? Theme.inkFaint : kind === "primary" ? Theme.vermilionInk : kind === "pine" ? Theme.pineInk : Theme.ink
    readonly property real iconSize: icon === "" ? 0 : filled ? Theme.title : Theme.lead
    name: text
    implicitHeight: filled ? Theme.primary : Theme.touch
    implicitWidth: label.implicitWidth + iconSize + 2 * Theme.s4

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: button.down ? Qt.darker(button.fill, Theme.pressed) : button.fill
        border {
            width: button.filled && !Theme.night ? 0 : Theme.line
            color: button.enabled ? Theme.edge : Theme.hairline
        }
        // the inner line of a bound book's cover
        Rectangle {
            visible: button.filled && button.enabled
            anchors {
                fill: parent
                margins: Theme.s1
            }
            color: Theme.clear
            border {
                width: 1
                color: button.say
            }
            opacity: 0.45
        }
    }
    Row {
        anchors.centerIn: parent
        anchors.verticalCenterOffset: button.down ? Theme.dip : 0
        spacing: Theme.s2
        Icon {
            visible: button.icon !== ""
            anchors.verticalCenter: parent.verticalCenter
            name: button.icon
            color: button.say
            size: button.iconSize
        }
        Label {
            id: label
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, button.width - 2 * Theme.s2 - (button.icon === "" ? 0 : button.iconSize + Theme.s2))
            text: button.text
            color: button.say
            px: button.filled ? Theme.title - Theme.dip : Theme.label
            spread: button.filled && Words.upright ? Theme.looser : 0
        }
    }
}
