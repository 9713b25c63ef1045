pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// 水牌: a job of the day on a plate under its rail. First: filled, most pressing. Done: only its outline is left.
Pressable {
    id: plate
    required property string heading       // stands upright, at most five characters
    property string many                   // "": only what is said
    property string unit
    property string told
    property string why
    property string key
    property bool first: false
    property bool done: false
    property real gap: 0                   // to the plate before: the pole goes on
    readonly property color say: first ? Theme.dutyInk : done ? Theme.inkSoft : Theme.ink
    name: [heading, done ? "" : many + unit, told].filter(part => part !== "").join(" ")
    implicitHeight: Dense.plate
    focusGap: 0
    Rectangle {
        x: -plate.gap
        y: -Theme.s0
        width: parent.width + plate.gap
        height: Theme.s0
        color: Theme.ink
    }
    Repeater {
        model: [36, plate.width - 36]
        Rectangle {
            required property real modelData
            x: modelData - 1
            width: Theme.dip
            height: 22
            color: Theme.ink
        }
    }
    Rectangle {
        id: board
        readonly property color fill: plate.first ? Theme.dutyFill : plate.done ? Theme.clear : Theme.raised
        y: 22
        width: parent.width
        height: parent.height - 22
        radius: Theme.radius
        clip: true
        color: plate.down ? Qt.darker(fill, Theme.pressed) : fill
        border {
            width: plate.first && !Theme.night ? 0 : Theme.line
            color: plate.done ? Theme.hairline : Theme.edge
        }
        Rectangle {
            visible: plate.first
            anchors {
                fill: parent
                margins: 7
            }
            color: Theme.clear
            border {
                width: 1
                color: Theme.dutyInk
            }
            opacity: 0.35
        }
        Key {
            x: 20
            y: 20
            text: plate.key
            tone: plate.first ? Theme.dutyInk : Theme.inkSoft
        }
        Upright {
            visible: Words.upright
            anchors {
                right: parent.right
                rightMargin: plate.first ? Dense.gap : 18
            }
            y: 26
            words: visible ? plate.heading : ""
            px: plate.first ? 50 : 38
            color: plate.say
        }
        Serif {
            visible: !Words.upright
            x: Dense.gap
            y: Dense.keyboard ? 60 : Dense.gap
            width: parent.width - 2 * Dense.gap
            text: visible ? plate.heading : ""
            wrapMode: Text.Wrap
            px: Dense.head - Theme.s0
            em: Theme.tall
            color: plate.say
        }
        Column {
            x: Dense.gap
            anchors {
                bottom: parent.bottom
                bottomMargin: 18
            }
            width: parent.width - 44
            Row {
                spacing: Theme.s1
                Figure {
                    id: figure
                    visible: !plate.done && plate.many !== ""
                    text: plate.many
                    px: !Words.upright ? Dense.figure : plate.first ? 128 : 88
                    em: 1.1
                    color: plate.say
                }
                Icon {
                    visible: plate.done
                    name: "check"
                    size: Dense.row
                    color: Theme.pine
                }
                Sans {
                    visible: figure.visible
                    text: plate.unit
                    px: Dense.body
                    color: plate.say
                    anchors.baseline: figure.baseline
                }
            }
            Sans {
                width: parent.width
                text: plate.told
                px: Dense.body
                strong: !plate.done
                color: plate.done ? Theme.pine : plate.say
                em: Theme.close
                maximumLineCount: 2
                wrapMode: Text.Wrap
                elide: Text.ElideRight
            }
            Sans {
                visible: text !== ""
                width: parent.width
                text: plate.why
                px: Dense.caption
                color: plate.first ? plate.say : Theme.inkSoft
                em: Theme.close
                elide: Text.ElideRight
            }
        }
    }
}
