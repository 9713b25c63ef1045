pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// The copies that somebody has to take in hand, newest first: what, what is wrong with it, where it belongs.
Item {
    id: list
    required property var rows
    Serif {
        id: heading
        width: parent.width
        text: Words.say(list.rows.length > 0 ? "count.rows" : "count.rows_none")
        elide: Text.ElideRight
        px: Theme.lead
    }
    Roll {
        id: roll
        anchors {
            top: heading.bottom
            bottom: parent.bottom
        }
        width: parent.width
        model: list.rows
        delegate: Item {
            id: row
            required property var modelData
            width: roll.width
            height: words.height + 2 * Theme.s1
            Column {
                id: words
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width
                Sans {
                    width: parent.width
                    text: row.modelData.title
                    strong: true
                    elide: Text.ElideRight
                    px: Theme.care ? Theme.body : Theme.lead
                    em: Theme.close
                }
                Sans {
                    width: parent.width
                    text: [Words.say("count.verdict_" + row.modelData.state), row.modelData.shelf, row.modelData.number].filter(part => part !== "").join(" · ")
                    elide: Text.ElideRight
                    color: Theme.ochre
                    px: Theme.note
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
