pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// The parts of the machine that are well, and those that are not there: one line each.
Column {
    id: list
    required property var parts            // [{ name, state, why, values }]
    readonly property int across: Theme.care ? 1 : 2
    spacing: Theme.s1
    Rectangle {
        width: parent.width
        height: Theme.bold
        color: Theme.ink
    }
    Serif {
        width: parent.width
        text: Words.say("health.well")
        px: Theme.section
    }
    Grid {
        id: grid
        columns: list.across
        columnSpacing: Theme.s4
        Repeater {
            model: list.parts
            Item {
                id: part
                required property var modelData
                readonly property bool well: modelData.state === "ok"
                width: (list.width - (list.across - 1) * grid.columnSpacing) / list.across
                height: words.height + Theme.s2
                Rectangle {
                    id: dot
                    y: Theme.s1 + name.lineHeight / 2 - height / 2
                    width: Theme.dot
                    height: width
                    radius: width / 2
                    color: part.well ? Theme.pine : Theme.clear
                    border {
                        width: Theme.line
                        color: part.well ? Theme.pine : Theme.edge
                    }
                }
                Column {
                    id: words
                    anchors {
                        left: dot.right
                        leftMargin: Theme.s2
                        right: parent.right
                    }
                    y: Theme.s1
                    Sans {
                        id: name
                        width: parent.width
                        text: Words.say("doctor." + part.modelData.name)
                        elide: Text.ElideRight
                        strong: true
                        color: part.well ? Theme.pine : Theme.inkSoft
                        px: Theme.body
                        em: Theme.close
                    }
                    Sans {
                        width: parent.width
                        text: Words.say("doctor." + part.modelData.name + "_" + part.modelData.why, part.modelData.values)
                        elide: Text.ElideRight
                        maximumLineCount: 2
                        wrapMode: Text.Wrap
                        color: Theme.inkSoft
                        px: Theme.caption
                        em: Theme.close
                    }
                }
                Hairline {
                    anchors.bottom: parent.bottom
                    width: parent.width
                }
            }
        }
    }
}
