import QtQuick
import Kiosk

// A button at desk size, with its key. kind: "primary" (vermilion, one on a page), "duty", "pine", "plain", "quiet"
Pressable {
    id: button
    property string kind: "plain"
    required property string text
    property string icon
    property string key
    readonly property bool filled: ["primary", "duty", "pine"].includes(kind)
    readonly property color fill: !enabled ? Theme.sunk : kind === "primary" ? Theme.vermilionFill : kind === "duty" ? Theme.dutyFill : kind === "pine" ? Theme.pineFill : kind === "quiet" ? Theme.clear : Theme.raised
    readonly property color say: !enabled ? Theme.inkFaint : kind === "primary" ? Theme.vermilionInk : kind === "duty" ? Theme.dutyInk : kind === "pine" ? Theme.pineInk : Theme.ink
    name: text
    implicitHeight: filled ? Dense.primary : Dense.touch
    implicitWidth: label.implicitWidth + (icon === "" ? 0 : picture.width + row.spacing) + (mark.visible ? mark.width + row.spacing : 0) + 2 * Dense.gap
    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: button.down ? Qt.darker(button.fill, Theme.pressed) : button.fill
        border {
            width: button.kind === "quiet" || button.filled && !Theme.night ? 0 : Theme.line
            color: button.enabled ? Theme.edge : Theme.hairline
        }
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
        id: row
        anchors.centerIn: parent
        anchors.verticalCenterOffset: button.down ? Theme.dip : 0
        spacing: 14
        Icon {
            id: picture
            visible: button.icon !== ""
            name: button.icon
            size: button.filled ? 36 : 30
            color: button.say
            anchors.verticalCenter: parent.verticalCenter
        }
        Label {
            id: label
            width: Math.min(implicitWidth, button.width - 2 * Theme.s2 - (picture.visible ? picture.width + row.spacing : 0) - (mark.visible ? mark.width + row.spacing : 0))
            text: button.text
            px: button.filled ? Dense.lead + Theme.dip : Dense.body + 1
            spread: button.filled && Words.upright ? Theme.looser : 0
            color: button.say
            anchors.verticalCenter: parent.verticalCenter
        }
        Key {
            id: mark
            text: button.key
            tone: button.say
            anchors.verticalCenter: parent.verticalCenter
        }
    }
}
