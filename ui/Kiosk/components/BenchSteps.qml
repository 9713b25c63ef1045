pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// What the hands do for each book, over and over.
Column {
    id: steps
    Repeater {
        model: ["isbn", "stick", "label"]
        Item {
            id: one
            required property string modelData
            required property int index
            width: steps.width
            height: Math.max(Theme.row, words.height + 2 * Theme.s2)
            Figure {
                id: number
                anchors.verticalCenter: parent.verticalCenter
                width: Theme.iconDoor
                text: one.index + 1
                color: Theme.duty
                px: Theme.display
            }
            Column {
                id: words
                anchors {
                    left: number.right
                    right: parent.right
                    verticalCenter: parent.verticalCenter
                }
                Serif {
                    width: parent.width
                    text: Words.say("bench.step_" + one.modelData)
                    elide: Text.ElideRight
                    px: Theme.section
                }
                Sans {
                    width: parent.width
                    text: Words.say("bench.why_" + one.modelData)
                    wrapMode: Text.Wrap
                    maximumLineCount: 2
                    elide: Text.ElideRight
                    color: Theme.inkSoft
                    px: Theme.body
                    em: Theme.close
                }
            }
            Hairline {
                visible: one.index < 2
                anchors.bottom: parent.bottom
                width: parent.width
            }
        }
    }
}
