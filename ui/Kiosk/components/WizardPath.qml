pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// The way through the first run: what is behind, where one stands, what is ahead.
Row {
    id: path
    required property var steps
    required property int at
    required property var skipped
    readonly property bool named: !Theme.care && (Theme.wide || Words.upright)    // all of them have room
    readonly property real each: width / Math.max(1, steps.length)
    height: Theme.wizardPath
    Repeater {
        model: path.steps
        Item {
            id: step
            required property string modelData
            required property int index
            readonly property bool behind: index < path.at
            readonly property bool here: index === path.at
            readonly property bool leftOut: behind && path.skipped.includes(modelData)
            width: path.each
            height: path.height
            Rectangle {
                visible: step.index < path.steps.length - 1
                y: disc.y + disc.height / 2 - 1
                width: parent.width
                height: 3
                color: step.behind ? Theme.pine : Theme.hairline
            }
            Rectangle {
                id: disc
                y: Theme.s1
                width: Theme.s3
                height: width
                radius: width / 2
                color: step.here ? Theme.vermilionFill : step.behind && !step.leftOut ? Theme.pine : Theme.paper
                border {
                    width: 3
                    color: step.here ? Theme.vermilionFill : step.leftOut ? Theme.ochre : step.behind ? Theme.pine : Theme.edge
                }
            }
            Label {
                visible: step.here || path.named
                x: Math.min(0, path.width - step.x - width)
                y: disc.y + disc.height + Theme.s1
                width: path.named ? parent.width - Theme.s0 : implicitWidth
                height: Theme.caption * 1.3
                text: Words.say("wizard.name." + step.modelData)
                strong: step.here
                color: step.here ? Theme.vermilion : step.behind ? Theme.ink : Theme.inkSoft
                px: Math.min(Theme.caption, 24)
            }
        }
    }
}
