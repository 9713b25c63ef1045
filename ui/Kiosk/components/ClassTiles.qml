pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// Classes to go into: the cloth of each, its letter and its name.
Grid {
    id: tiles
    required property var classes
    property real tileHeight: Theme.touch
    readonly property real each: (width - (columns - 1) * spacing) / columns
    signal chosen(string mark)
    columns: 3
    spacing: Theme.gap
    Repeater {
        model: tiles.classes
        Pressable {
            id: tile
            required property var modelData
            width: tiles.each
            height: tiles.tileHeight
            name: modelData.mark + " " + label.text
            focusGap: -Theme.s0
            onPressed: tiles.chosen(modelData.mark)
            Rectangle {
                anchors.fill: parent
                radius: Theme.radius
                color: tile.down ? Qt.darker(Theme.raised, Theme.pressed) : Theme.raised
                border {
                    width: Theme.line
                    color: Theme.edge
                }
            }
            Rectangle {
                id: spine
                x: Theme.s1
                width: Math.max(Theme.s5, mark.implicitWidth + Theme.s2)
                anchors.verticalCenter: parent.verticalCenter
                height: parent.height - 2 * Theme.s1
                color: Theme.clothOf(tile.modelData.mark[0])
                Figure {
                    id: mark
                    anchors.centerIn: parent
                    Accessible.ignored: true
                    text: tile.modelData.mark
                    px: Theme.body
                    color: Theme.slip
                }
            }
            Label {
                id: label
                anchors {
                    left: spine.right
                    leftMargin: Theme.s2
                    right: parent.right
                    rightMargin: Theme.s1
                    verticalCenter: parent.verticalCenter
                }
                text: Words.table["class." + tile.modelData.mark] ?? Words.say("finder.class_plain", {
                    mark: tile.modelData.mark
                })
                px: Theme.body
                elide: Text.ElideRight
            }
        }
    }
}
