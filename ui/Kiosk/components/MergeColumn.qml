pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// One of two numbers: whose, and how much is open under it.
Rectangle {
    id: column
    required property var side             // { who, joinedOn, loans, holds, seats, stops, hours, certificates }
    required property bool kept
    readonly property var counts: ["loans", "holds", "seats", "stops", "hours", "certificates"]
    implicitHeight: words.height + 2 * Dense.gap
    radius: Theme.radius
    color: kept ? Theme.raised : Theme.clear
    border {
        width: kept ? Theme.bold : Theme.line
        color: kept ? Theme.pine : Theme.edge
    }
    Column {
        id: words
        x: Dense.gap
        y: Dense.gap
        width: parent.width - 2 * Dense.gap
        Mark {
            text: Words.say(column.kept ? "merging.kept" : "merging.old")
            open: !column.kept
            tone: column.kept ? Theme.pine : Theme.ochre
            strong: true
        }
        Item {
            width: 1
            height: Theme.s2
        }
        Row {
            spacing: Theme.s2
            FaceDisc {
                width: 72
                height: 72
                face: column.side.who.face
                chosen: column.kept
            }
            Column {
                Serif {
                    text: column.side.who.name
                    px: Dense.title
                    em: 1.2
                }
                Sans {
                    width: words.width - 72 - Theme.s2
                    text: Words.say("members.tail", {
                        tail: column.side.who.numberTail
                    }) + " · " + Words.say("tier." + column.side.who.tier) + (column.side.who.unit === "" ? "" : " · " + column.side.who.unit)
                    elide: Text.ElideRight
                    color: Theme.inkSoft
                    px: Dense.caption
                    em: Theme.close
                }
            }
        }
        Item {
            width: 1
            height: Theme.s2
        }
        Repeater {
            model: column.counts
            Item {
                id: row
                required property string modelData
                readonly property real many: column.side[modelData]
                width: words.width
                height: 56
                Sans {
                    anchors.verticalCenter: parent.verticalCenter
                    text: Words.say("merging." + row.modelData)
                    color: Theme.inkSoft
                    px: Dense.body
                    em: Theme.close
                }
                Figure {
                    anchors {
                        right: parent.right
                        verticalCenter: parent.verticalCenter
                    }
                    text: row.many
                    px: Dense.lead + 4
                    color: row.many > 0 ? Theme.ink : Theme.inkFaint
                }
                Hairline {
                    anchors.bottom: parent.bottom
                    width: parent.width
                }
            }
        }
    }
}
