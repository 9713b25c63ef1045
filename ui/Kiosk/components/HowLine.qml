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
    implicitHeight: Math.max(least, words.height + 2 * (Theme.care ? Theme.s1 : Theme.s3))
    Rectangle {
        id: box
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.iconBox
        height: width
        color: line.tone
        Icon {
            anchors.centerIn: parent
            name: line.icon
            size: Theme.iconRow
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
            px: Theme.heading - Theme.s1
        }
        Sans {
            width: parent.width
            text: line.text
            wrapMode: Text.Wrap
            px: Theme.lead
            em: Theme.close
        }
    }
    Hairline {
        anchors.bottom: parent.bottom
        width: parent.width
    }
}
