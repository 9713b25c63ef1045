import QtQuick
import Kiosk

// A member by the first character of the family name.
Rectangle {
    id: disc
    required property string face
    property bool chosen: true         // else only its outline
    implicitWidth: Theme.disc
    implicitHeight: Theme.disc
    radius: width / 2
    color: chosen ? Theme.pineFill : Theme.raised
    border {
        width: chosen ? 0 : Theme.line
        color: Theme.edge
    }
    Figure {
        anchors.centerIn: parent
        text: disc.face
        color: disc.chosen ? Theme.pineInk : Theme.inkSoft
        px: disc.width * 0.55
    }
}
