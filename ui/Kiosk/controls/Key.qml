import QtQuick
import Kiosk

// The key that presses it; only where a keyboard stands.
Rectangle {
    id: key
    required property string text
    property color tone: Theme.inkSoft
    visible: text !== "" && Dense.keyboard
    implicitWidth: visible ? Math.max(implicitHeight, word.width + 14) : 0
    implicitHeight: 32
    radius: Theme.radius
    color: Theme.clear
    border {
        width: 1
        color: key.tone
    }
    Sans {
        id: word
        anchors.centerIn: parent
        text: key.text
        px: Theme.least
        em: 1.3
        color: key.tone
        Accessible.ignored: true
    }
}
