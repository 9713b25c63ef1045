import QtQuick
import Kiosk

// One thing that can be done here: a drawing, its name, and how it goes; to be read, not pressed.
Item {
    id: line
    required property string icon
    required property string heading
    required property string text
    property real least: Theme.how     // its height
    property color tone: Theme.pineFill
    readonly property bool slim: least < Theme.howLow && !Theme.care
    implicitHeight: Math.max(least, words.height + 2 * (slim ? 0 : Theme.care ? Theme.s1 : Theme.s3))
    Rectangle {
        id: box
        anchors.verticalCenter: parent.verticalCenter
        width: line.slim ? Theme.disc : Theme.iconBox
        height: width
        color: line.tone
        Icon {
            anchors.centerIn: parent
            name: line.icon
            size: line.slim ? Theme.icon : Theme.iconRow
            color: Theme.pineInk
        }
    }
    Column {
        id: words
        anchors {
            left: box.right
            leftMargin: Theme.s4
            right: parent.right
            verticalCenter: parent.verticalCenter
        }
        Serif {
            text: line.heading
            px: line.slim ? Theme.lead : Theme.heading - Theme.s1
        }
        Sans {
            width: parent.width
            text: line.text
            wrapMode: Text.Wrap
            px: line.slim ? Theme.note : Theme.lead
            em: Theme.close
        }
    }
    Hairline {
        anchors.bottom: parent.bottom
        width: parent.width
    }
}
