pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// A comparison: names, bars on one scale, numbers; several that were too few stand as one.
Column {
    id: list
    required property var shares           // { name or word and facts, letter, value, people }
    property real label: width * 0.36
    readonly property real most: Math.max(1, ...shares.map(share => share.value))

    Repeater {
        model: list.shares
        Item {
            id: row
            required property var modelData
            readonly property bool letter: modelData.letter !== ""
            readonly property color tone: letter ? Theme.clothOf(modelData.letter) : Theme.pineFill
            width: list.width
            height: 40
            Accessible.role: Accessible.StaticText
            Accessible.name: name.text + " " + value.text
            Figure {
                id: mark
                visible: row.letter
                anchors.verticalCenter: parent.verticalCenter
                text: row.modelData.letter
                px: Dense.body + 1
                color: Theme.night ? Theme.ink : row.tone
            }
            Sans {
                id: name
                x: row.letter ? Theme.s4 : 0
                width: list.label - x - Theme.s1
                anchors.verticalCenter: parent.verticalCenter
                text: row.modelData.word === "" ? row.modelData.name : Words.say(row.modelData.word, row.modelData.facts)
                elide: Text.ElideRight
                px: Dense.caption + 1
                em: Theme.close
            }
            Rectangle {
                x: list.label
                anchors.verticalCenter: parent.verticalCenter
                width: Math.max(Theme.dip, (parent.width - list.label - value.width - Theme.s2) * row.modelData.value / list.most)
                height: 22
                color: row.tone
                border {
                    width: Theme.night ? 1 : 0
                    color: Theme.edge
                }
            }
            Figure {
                id: value
                width: Math.max(implicitWidth, Dense.row)
                horizontalAlignment: Text.AlignRight
                anchors {
                    right: parent.right
                    verticalCenter: parent.verticalCenter
                }
                text: row.modelData.value.toLocaleString(Qt.locale("en"), "f", 0)
                px: Dense.body + 2
            }
        }
    }
}
