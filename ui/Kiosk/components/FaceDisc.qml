import QtQuick
import Kiosk

// A member by the first character of the family name.
Rectangle {
    id: disc
    required property string face
    implicitWidth: Theme.disc
    implicitHeight: Theme.disc
    radius: width / 2
    color: Theme.pineFill
    Figure {
        anchors.centerIn: parent
        text: disc.face
        color: Theme.pineInk
        px: disc.width * 0.55
    }
}
