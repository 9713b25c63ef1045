import QtQuick
import Kiosk

// Where a hall has no mark of its own: a lattice cut into a vermilion seal.
Rectangle {
    id: mark
    implicitWidth: Theme.seal
    implicitHeight: Theme.seal
    radius: Theme.radius
    color: Theme.vermilionFill
    Lattice {
        anchors {
            fill: parent
            margins: mark.width / 8
        }
        rings: 2
        step: Math.round(mark.width * 0.15)
        stroke: 3
        color: Theme.vermilionInk
    }
    Rectangle {
        anchors.centerIn: parent
        width: mark.width / 6
        height: width
        color: Theme.vermilionInk
    }
}
