import QtQuick
import Kiosk

// A day to choose: its weekday and its number. A day without anything steps back, and can be chosen all the same.
Pressable {
    id: plate
    required property string on
    property bool today: false
    property bool chosen: false
    property bool empty: false
    readonly property color say: chosen ? Theme.paper : empty ? Theme.inkFaint : Theme.ink
    name: Words.date(on) + " " + Words.weekday(on)
    focusGap: -Theme.s0
    Accessible.selected: chosen
    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: plate.chosen ? Theme.ink : plate.down ? Qt.darker(Theme.raised, Theme.pressed) : plate.empty ? Theme.clear : Theme.raised
        border {
            width: Theme.line
            color: plate.chosen ? Theme.ink : plate.empty ? Theme.hairline : Theme.edge
        }
    }
    Column {
        anchors.centerIn: parent
        anchors.verticalCenterOffset: (Theme.wide ? 0 : Theme.s0) + (plate.down ? Theme.dip : 0)
        width: parent.width - Theme.s1
        Label {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: plate.today ? Words.say("programme.today") : Words.day(plate.on)
            color: plate.say
            px: Theme.note
        }
        Figure {
            anchors.horizontalCenter: parent.horizontalCenter
            text: Number(plate.on.slice(8))
            color: plate.say
            px: Theme.title
        }
    }
}
