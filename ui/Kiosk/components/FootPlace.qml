import QtQuick
import Kiosk

// One place of the foot bar.
Pressable {
    id: place
    required property string text
    property string icon
    property string glyph
    property bool chosen: false
    property bool going: false         // the last place: the way out
    property bool first: false
    readonly property color ground: going ? Theme.pineFill : chosen ? Theme.pineTint : Theme.sunk
    readonly property color say: going ? Theme.pineInk : Theme.ink
    name: text
    focusGap: -Theme.s1
    Rectangle {
        anchors {
            fill: parent
            topMargin: place.going || place.chosen ? 0 : Theme.line
        }
        color: place.down ? Qt.darker(place.ground, Theme.pressed) : place.ground
    }
    Hairline {
        visible: !place.first && !place.going
        upright: true
        height: parent.height * 0.45
        anchors.verticalCenter: parent.verticalCenter
    }
    Grid {
        anchors.centerIn: parent
        anchors.verticalCenterOffset: place.down ? Theme.dip : 0
        columns: Theme.wide ? 2 : 1
        horizontalItemAlignment: Grid.AlignHCenter
        verticalItemAlignment: Grid.AlignVCenter
        spacing: Theme.wide ? Theme.s2 : Theme.s1
        Icon {
            name: place.icon
            glyph: place.glyph
            color: place.say
        }
        Label {
            id: label
            width: Math.min(implicitWidth, place.width - Theme.s2 - (Theme.wide ? Theme.icon + Theme.s3 : 0))
            text: place.text
            color: place.say
            px: Theme.note
        }
    }
}
