import QtQuick
import Kiosk

// A door of the hall: one is pine and tall, the others are lines.
Pressable {
    id: tile
    required property string text
    property string note
    property string icon
    property bool main: false
    readonly property bool tall: height > Theme.tallTile
    readonly property color ground: main ? Theme.pineFill : Theme.raised
    readonly property color say: main ? Theme.pineInk : Theme.ink
    name: text
    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: tile.down ? Qt.darker(tile.ground, Theme.pressed) : tile.ground
        clip: true
        border {
            width: tile.main && !Theme.night ? 0 : Theme.line
            color: Theme.edge
        }
        Lattice {
            visible: tile.main
            x: tile.width - width * 0.6
            y: tile.height - height * 0.8
            width: Theme.s6 * 2.5
            height: width
            rings: 4
            step: 26
            color: Theme.pineLine
        }
    }
    Icon {
        id: drawing
        name: tile.icon
        color: tile.say
        size: tile.main && tile.tall ? Theme.iconDoor : Theme.iconRow
        x: tile.tall ? Theme.s4 : Theme.s3
        y: tile.tall ? Theme.s4 : (tile.height - height) / 2
    }
    Column {
        x: tile.tall ? Theme.s4 : drawing.x + drawing.width + Theme.s3
        y: tile.tall ? tile.height - height - Theme.s3 : (tile.height - height) / 2
        width: tile.width - x - Theme.s2
        Label {
            width: parent.width
            height: Math.round(px * 1.3)
            text: tile.text
            color: tile.say
            px: tile.main && tile.tall ? Theme.heading : Theme.section
        }
        Sans {
            visible: tile.note !== "" && !Theme.care
            width: parent.width
            text: tile.note
            color: tile.say
            px: tile.main ? Theme.body : Theme.caption
            em: Theme.close
            elide: Text.ElideRight
        }
    }
}
