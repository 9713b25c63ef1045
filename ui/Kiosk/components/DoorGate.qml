import QtQuick
import Kiosk

// What is written in the gate at the door of a session: that it was done, what it was, and when.
Item {
    id: gate
    required property string text
    required property string title
    required property string number
    required property string at
    property int size: Theme.doorGate
    Column {
        anchors {
            horizontalCenter: parent.horizontalCenter
            horizontalCenterOffset: Theme.wide ? -Theme.margin / 2 : 0
            verticalCenter: parent.verticalCenter
        }
        width: gate.size * 0.78
        spacing: Theme.wide || Theme.care ? Theme.s1 : Theme.s2
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
            px: Theme.care ? Theme.gateText : Theme.hero
            em: Words.upright ? Theme.serifed : 1.1
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.lead
            color: Theme.pineInk
        }
        Sans {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: gate.title
            strong: true
            px: Theme.care ? Theme.lead : Theme.title
            em: Theme.close
            wrapMode: Text.Wrap
            maximumLineCount: 2
            elide: Text.ElideRight
            color: Theme.pineInk
        }
        Sans {
            visible: !Theme.care && text !== ""
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: gate.number
            px: Theme.lead
            em: Theme.close
            elide: Text.ElideRight
            color: Theme.pineInk
        }
        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            width: Theme.s5
            height: Theme.line
            color: Theme.gold
        }
        Sans {
            anchors.horizontalCenter: parent.horizontalCenter
            width: parent.width * 0.8
            horizontalAlignment: Text.AlignHCenter
            text: gate.at
            wrapMode: Text.Wrap
            px: Theme.care ? Theme.note : Theme.wide ? Theme.body : Theme.lead
            em: Theme.close
            color: Theme.pineInk
        }
    }
}
