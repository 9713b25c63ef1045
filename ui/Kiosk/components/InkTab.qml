import QtQuick
import Kiosk

// One of several words to choose from; the chosen one is inked.
Pressable {
    id: tab
    required property string text
    property bool chosen: false
    property real px: Theme.label
    name: text
    focusGap: -Theme.s0
    Accessible.selected: chosen
    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: tab.chosen ? Theme.ink : tab.down ? Qt.darker(Theme.raised, Theme.pressed) : Theme.raised
        border {
            width: Theme.line
            color: tab.chosen ? Theme.ink : Theme.edge
        }
    }
    Label {
        anchors.centerIn: parent
        width: Math.min(implicitWidth, parent.width - 2 * Theme.s1)
        text: tab.text
        color: tab.chosen ? Theme.paper : Theme.ink
        px: tab.px
    }
}
