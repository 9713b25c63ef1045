pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// A member's paper card, drawn.
Rectangle {
    id: card
    implicitHeight: width * 0.63
    color: Theme.sheet
    radius: Theme.radius
    border {
        width: Theme.bold
        color: Theme.sheetInk
    }
    Column {
        x: card.width * 0.13
        y: card.height * 0.26
        spacing: card.height * 0.13
        Repeater {
            model: [0.4, 0.56, 0.3]
            Rectangle {
                required property real modelData
                width: card.width * modelData
                height: Math.round(card.height * 0.055)
                color: Theme.sheetSoft
            }
        }
    }
}
