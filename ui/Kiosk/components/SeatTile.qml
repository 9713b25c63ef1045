import QtQuick
import Kiosk

// One seat, to be read from the teacher's desk: filled is there, paper is expected, an outline is not coming.
Pressable {
    id: tile
    required property var seat             // { name, state, at, minutes }
    readonly property bool here: ["in", "late", "left", "unsettled"].includes(seat.state)
    readonly property bool off: seat.state === "excused" || seat.state === "absent"
    readonly property bool asked: seat.state === "unsettled"
    readonly property color say: here ? Theme.pineInk : off ? Theme.inkFaint : Theme.ink
    readonly property string told: Words.say("roll.state_" + seat.state, {
        at: seat.at,
        minutes: seat.minutes
    })
    name: seat.name + " " + told
    focusGap: -Theme.s0
    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: tile.here ? Qt.darker(Theme.pineFill, tile.down ? Theme.pressed : 1) : tile.off ? Theme.clear : tile.down ? Qt.darker(Theme.raised, Theme.pressed) : Theme.raised
        border {
            width: tile.here && !Theme.night ? 0 : Theme.line
            color: tile.off ? Theme.hairline : Theme.edge
        }
    }
    Label {
        anchors {
            left: parent.left
            right: parent.right
            top: parent.top
            margins: Theme.s1
        }
        height: parent.height * 0.5
        text: tile.seat.name
        font.family: Theme.serif
        color: tile.say
        px: Math.min(Theme.care ? Theme.body : Theme.section, tile.height * 0.42)
    }
    Label {
        anchors {
            left: parent.left
            right: parent.right
            bottom: parent.bottom
            margins: Theme.s1
            bottomMargin: Theme.s0
        }
        height: parent.height * 0.3
        text: tile.told
        strong: tile.asked || tile.seat.state === "late"
        color: tile.seat.state === "late" || tile.asked ? Theme.ochreOnPine : tile.say
        px: Math.min(Theme.caption, tile.height * 0.28)
    }
}
