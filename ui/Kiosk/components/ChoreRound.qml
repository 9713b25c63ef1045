pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// One of the three things of the day: what belongs to it, each with a tick, who and when.
Column {
    id: part
    required property var round        // { name, lines, done }
    readonly property bool whole: round.done === round.lines.length
    signal ticked(string what)
    Rectangle {
        width: parent.width
        height: 3
        color: part.whole ? Theme.pine : Theme.ink
    }
    Item {
        width: parent.width
        height: Dense.row + Theme.s2
        Serif {
            anchors.verticalCenter: parent.verticalCenter
            text: Words.say("chores.round_" + part.round.name)
            px: Dense.title
            color: part.whole ? Theme.pine : Theme.ink
        }
        Mark {
            anchors {
                right: parent.right
                verticalCenter: parent.verticalCenter
            }
            text: part.whole ? Words.say("chores.whole") : Words.say("chores.left", {
                count: part.round.lines.length - part.round.done
            })
            tone: part.whole ? Theme.pine : Theme.ochre
            open: !part.whole
        }
    }
    Repeater {
        model: part.round.lines
        Pressable {
            id: chore
            required property var modelData
            readonly property bool done: modelData.by !== ""
            readonly property string told: modelData.count < 0 ? Words.say("chores.how_" + modelData.what) : Words.say((modelData.count > 0 ? "chores.some_" : "chores.none_") + modelData.what, {
                count: modelData.count
            })
            name: Words.say("chores." + modelData.what)
            Accessible.role: Accessible.CheckBox
            Accessible.checked: done
            focusGap: 0
            width: part.width
            height: Theme.wide ? 148 : 132
            onPressed: part.ticked(modelData.what)
            Rectangle {
                anchors.fill: parent
                color: chore.down ? Theme.sunk : Theme.clear
            }
            Rectangle {
                id: box
                y: Theme.s3
                width: 52
                height: width
                radius: Theme.radius
                color: chore.done ? Theme.pineFill : Theme.raised
                border {
                    width: chore.done ? 0 : Theme.line
                    color: Theme.edge
                }
                Icon {
                    visible: chore.done
                    anchors.centerIn: parent
                    name: "check"
                    size: Dense.head
                    weight: 5
                    color: Theme.pineInk
                }
            }
            Column {
                anchors {
                    left: box.right
                    leftMargin: Theme.s3
                    right: mark.left
                    rightMargin: Theme.s1
                    verticalCenter: parent.verticalCenter
                }
                Sans {
                    width: parent.width
                    text: chore.name
                    strong: true
                    px: Dense.lead
                    em: Theme.serifed
                    elide: Text.ElideRight
                }
                Sans {
                    width: parent.width
                    text: chore.told
                    px: Dense.caption
                    em: Theme.serifed
                    wrapMode: Text.Wrap
                    maximumLineCount: 2
                    elide: Text.ElideRight
                    color: Theme.inkSoft
                }
                Sans {
                    visible: chore.done
                    width: parent.width
                    text: Words.say("chores.by", {
                        by: chore.modelData.by,
                        time: chore.modelData.time
                    })
                    px: Dense.caption
                    em: Theme.serifed
                    strong: true
                    color: Theme.pine
                    elide: Text.ElideRight
                }
            }
            Key {
                id: mark
                anchors {
                    right: parent.right
                    verticalCenter: parent.verticalCenter
                }
                text: chore.modelData.key
            }
            Hairline {
                anchors.bottom: parent.bottom
                width: parent.width
            }
        }
    }
}
