import QtQuick
import Kiosk

// The moon gate in its wall: it was done.
Item {
    id: wall
    property int size: Theme.gate
    clip: true
    Lattice {
        x: -Theme.s4
        anchors.verticalCenter: gate.verticalCenter
        width: parent.width + 2 * Theme.s4
        height: gate.height * 0.86
        rings: 4
        step: Theme.s4
    }
    Rectangle {
        id: gate
        anchors {
            horizontalCenter: parent.horizontalCenter
            top: parent.top
            topMargin: Theme.wide ? (parent.height - height) / 2 : Theme.s4
        }
        width: wall.size
        height: wall.size
        radius: wall.size / 2
        color: Theme.pineFill
        border {
            width: Theme.s2
            color: Theme.paper
        }
        Rectangle {
            anchors {
                fill: parent
                margins: Theme.s4
            }
            radius: width / 2
            color: Theme.clear
            border {
                width: Theme.line
                color: Theme.gold
            }
        }
        NumberAnimation on scale {
            running: Theme.settle > 0
            from: 0.96
            to: 1
            duration: Theme.settle
            easing.type: Theme.ease
        }
    }
}
