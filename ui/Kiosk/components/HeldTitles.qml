pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// What somebody waits for: the cover, the title, whether it stands ready, and the way to give it up.
Column {
    id: held
    required property var holds
    property int most: 3
    signal dropped(string hold)
    Repeater {
        model: held.holds.slice(0, held.most)
        Item {
            id: row
            required property var modelData
            readonly property bool ready: modelData.state === "ready"
            width: held.width
            height: Dense.row + Theme.s0
            BookCover {
                id: cover
                anchors.verticalCenter: parent.verticalCenter
                width: 42
                book: row.modelData.book
            }
            Sans {
                anchors {
                    left: cover.right
                    leftMargin: 18
                    right: mark.left
                    rightMargin: Theme.s2
                    verticalCenter: parent.verticalCenter
                }
                text: row.modelData.book.title
                strong: true
                elide: Text.ElideRight
                px: Dense.body + 1
                em: Theme.close
            }
            Mark {
                id: mark
                anchors {
                    right: drop.left
                    rightMargin: Theme.s2
                    verticalCenter: parent.verticalCenter
                }
                text: Words.say(row.ready && !row.modelData.until ? "member.hold_kept" : "member.hold_" + row.modelData.state, {
                    date: row.modelData.until ? Words.date(row.modelData.until) : ""
                })
                open: !row.ready
                tone: row.ready ? Theme.pine : Theme.inkSoft
            }
            DeskButton {
                id: drop
                anchors {
                    right: parent.right
                    verticalCenter: parent.verticalCenter
                }
                text: Words.say("member.hold_drop")
                name: Words.say("member.change.hold") + " " + row.modelData.book.title
                onPressed: held.dropped(row.modelData.hold)
            }
            Hairline {
                anchors.bottom: parent.bottom
                width: parent.width
            }
        }
    }
}
