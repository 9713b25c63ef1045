pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// Five faces, from the saddest to the happiest.
Row {
    id: row
    readonly property real each: (width - 4 * spacing) / 5
    signal picked(int faces)
    spacing: Theme.gap
    Repeater {
        model: 5
        Pressable {
            id: face
            required property int index
            name: words.text
            focusGap: -Theme.s0
            width: row.each
            height: row.height
            onPressed: row.picked(index + 1)
            Rectangle {
                anchors.fill: parent
                radius: Theme.radius
                color: face.down ? Qt.darker(Theme.raised, Theme.pressed) : Theme.raised
                border {
                    width: Theme.line
                    color: Theme.edge
                }
            }
            Icon {
                anchors {
                    horizontalCenter: parent.horizontalCenter
                    top: parent.top
                    topMargin: parent.height * 0.14
                }
                name: "face" + (face.index + 1)
                size: Math.min(parent.width * 0.72, parent.height * 0.5)
                weight: 2.4
                color: Theme.pine
            }
            Label {
                id: words
                anchors {
                    left: parent.left
                    right: parent.right
                    bottom: parent.bottom
                    margins: Theme.s1
                    bottomMargin: parent.height * 0.08
                }
                horizontalAlignment: Text.AlignHCenter
                text: Words.say("rating.face_" + (face.index + 1))
                px: Theme.label
            }
        }
    }
}
