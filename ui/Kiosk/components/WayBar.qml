pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// The way back, and the ways to find a title side by side; the present one is inked.
Row {
    id: bar
    required property string way
    readonly property var ways: ["letters", "words", "classes", "new", "liked"]
    readonly property real each: (width - ways.length * spacing) / (ways.length + 0.62)
    signal chosen(string way)
    signal leave
    spacing: Theme.gap
    BigButton {
        width: bar.each * 0.62
        height: bar.height
        text: ""
        name: Words.say("finder.leave")
        icon: "exit"
        focusGap: -Theme.s0
        onPressed: bar.leave()
    }
    Repeater {
        model: bar.ways
        Pressable {
            id: tab
            required property string modelData
            readonly property bool now: modelData === bar.way
            width: bar.each
            height: bar.height
            name: label.text
            focusGap: -Theme.s0
            Accessible.selected: now
            onPressed: bar.chosen(modelData)
            Rectangle {
                anchors.fill: parent
                radius: Theme.radius
                color: tab.now ? Theme.ink : tab.down ? Qt.darker(Theme.raised, Theme.pressed) : Theme.raised
                border {
                    width: Theme.line
                    color: tab.now ? Theme.ink : Theme.edge
                }
            }
            Label {
                id: label
                anchors.centerIn: parent
                width: Math.min(implicitWidth, parent.width - 2 * Theme.s1)
                text: Words.say("finder.way_" + tab.modelData)
                color: tab.now ? Theme.paper : Theme.ink
                px: Theme.label
            }
        }
    }
}
