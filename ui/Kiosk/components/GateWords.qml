import QtQuick
import Kiosk

// What is written in the moon gate.
Item {
    id: gate
    required property string text
    required property string note
    Column {
        anchors {
            horizontalCenter: parent.horizontalCenter
            horizontalCenterOffset: Theme.wide ? (Theme.s4 - Theme.margin) / 2 : 0
            verticalCenter: parent.verticalCenter
        }
        width: Theme.gate * 0.74
        spacing: Theme.s2
        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            name: "check"
            size: Theme.iconDoor
            weight: 3.6
            color: Theme.pineInk
        }
        Serif {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: gate.text
            px: Theme.gateText
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.lead
            color: Theme.pineInk
        }
        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            width: Theme.s5
            height: Theme.line
            color: Theme.gold
        }
        Sans {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: gate.note
            wrapMode: Text.Wrap
            px: Theme.body
            color: Theme.pineInk
        }
    }
}
