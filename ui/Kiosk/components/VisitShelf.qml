pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// Days, weeks or months as spines on a shelf, as high as their visits; zero is the foot. A line tells what is usual.
Item {
    id: shelf
    required property var bars             // { label, value, usual, mark }
    readonly property real most: rounded(Math.max(1, ...bars.map(bar => Math.max(bar.value, bar.usual))))
    readonly property real gap: bars.length > 20 ? 6 : Theme.gap
    readonly property real each: (width - gap * (bars.length - 1)) / Math.max(1, bars.length)
    readonly property real axis: Dense.touch - Theme.s1
    readonly property real room: height - axis
    readonly property bool told: each > Dense.touch     // a bar so wide says its number itself
    readonly property real perVisit: (room - (told ? Dense.head : 0)) / most
    Accessible.role: Accessible.Chart
    Accessible.name: bars.map(bar => bar.label + " " + bar.value).join(", ")

    // a scale that ends at 1, 2, 3 or 5 with noughts, so that its third parts can be read
    function rounded(most: real): real {
        const ten = Math.pow(10, Math.floor(Math.log10(most)));
        return [1, 1.5, 2, 3, 5, 7.5, 10].map(step => step * ten).find(step => step >= most);
    }
    Repeater {
        model: 3
        Item {
            id: rung
            required property int index
            readonly property real stands: shelf.most * (index + 1) / 3
            y: shelf.room - stands * shelf.perVisit
            width: shelf.width
            Hairline {
                width: parent.width
            }
            Sans {
                visible: !shelf.told
                anchors.right: parent.right
                y: rung.index === 2 ? Theme.s0 : -height
                text: Math.round(rung.stands).toLocaleString(Qt.locale("en"), "f", 0)
                px: Theme.least
                em: 1.3
                color: Theme.inkFaint
            }
        }
    }
    Repeater {
        model: shelf.bars
        Item {
            id: bar
            required property var modelData
            required property int index
            readonly property real tall: modelData.value * shelf.perVisit
            readonly property bool here: ["today", "chosen"].includes(modelData.mark)
            x: index * (shelf.each + shelf.gap)
            width: shelf.each
            height: shelf.height
            Rectangle {
                visible: bar.modelData.value > 0
                y: shelf.room - bar.tall
                width: parent.width
                height: bar.tall
                color: bar.here ? Theme.vermilionFill : bar.modelData.mark === "weekend" ? Theme.pineFill : Theme.pineLine
                border {
                    width: Theme.night ? 1 : 0
                    color: Theme.edge
                }
            }
            Rectangle {
                visible: bar.modelData.usual > 0
                x: -shelf.gap / 2
                y: shelf.room - bar.modelData.usual * shelf.perVisit - height / 2
                width: parent.width + shelf.gap
                height: 3
                color: bar.modelData.mark === "ahead" ? Theme.hairline : Theme.ink
            }
            Figure {
                visible: shelf.told && bar.modelData.value > 0
                anchors.horizontalCenter: parent.horizontalCenter
                y: shelf.room - bar.tall - height
                text: bar.modelData.value.toLocaleString(Qt.locale("en"), "f", 0)
                px: Dense.body
            }
            Sans {
                visible: bar.modelData.mark === "closed" && bar.modelData.value === 0
                anchors.horizontalCenter: parent.horizontalCenter
                y: shelf.room - height - Theme.s0
                text: Words.say("reports.rests")
                px: Theme.least
                em: 1.3
                color: Theme.inkFaint
            }
            Sans {
                anchors.horizontalCenter: parent.horizontalCenter
                y: shelf.room + Theme.s2
                text: bar.modelData.label
                px: Theme.least
                em: 1.3
                strong: bar.here
                color: bar.here ? Theme.vermilion : bar.modelData.mark === "ahead" ? Theme.inkFaint : Theme.inkSoft
            }
        }
    }
    Rectangle {
        y: shelf.room
        width: parent.width
        height: 3
        color: Theme.ink
    }
    Rectangle {
        y: shelf.room + 5
        width: parent.width
        height: 1
        color: Theme.gold
    }
}
