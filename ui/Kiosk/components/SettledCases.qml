pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// What was decided, each with its way back; and whether the hub has carried it out.
Column {
    id: list
    required property var cases        // { key, kind, answer, by, day, time, book, atHub, why }
    required property int most
    required property bool joined
    signal reopened(string key)

    function about(row: var): string {
        return row.book === "" ? Words.say("case." + row.kind + ".name") : Words.say("cases.of_book", {
            title: row.book
        });
    }
    DeskHeading {
        width: parent.width
        text: Words.say("cases.settled")
        note: list.cases.length === 0 ? "" : Words.say("cases.settled_how")
    }
    Sans {
        visible: list.cases.length === 0
        width: parent.width
        text: Words.say("cases.settled_none")
        px: Dense.caption
        em: Theme.close
        wrapMode: Text.Wrap
        color: Theme.inkSoft
    }
    Repeater {
        model: list.cases.slice(0, list.most)
        Item {
            id: row
            required property var modelData
            width: list.width
            height: 96
            Column {
                anchors {
                    left: parent.left
                    right: undo.left
                    rightMargin: Theme.s1
                    verticalCenter: parent.verticalCenter
                }
                Sans {
                    width: parent.width
                    text: list.about(row.modelData)
                    px: Dense.caption + 1
                    em: Theme.serifed
                    strong: true
                    elide: Text.ElideRight
                }
                Sans {
                    width: parent.width
                    text: row.modelData.time + " " + row.modelData.by
                    px: Theme.least
                    em: Theme.serifed
                    color: Theme.inkSoft
                    elide: Text.ElideRight
                }
                Sans {
                    width: parent.width
                    visible: text !== ""
                    text: row.modelData.why !== "" ? Words.say("cases.not_done") : !list.joined ? "" : Words.say(row.modelData.atHub ? "cases.done" : "cases.on_its_way")
                    px: Theme.least
                    em: Theme.serifed
                    color: row.modelData.why !== "" ? Theme.ochre : row.modelData.atHub ? Theme.pine : Theme.inkSoft
                    elide: Text.ElideRight
                }
            }
            DeskButton {
                id: undo
                anchors {
                    right: parent.right
                    verticalCenter: parent.verticalCenter
                }
                name: Words.say("cases.undo_name", {
                    what: list.about(row.modelData)
                })
                kind: "quiet"
                text: Words.say("said.undo")
                onPressed: list.reopened(row.modelData.key)
            }
            Hairline {
                anchors.bottom: parent.bottom
                width: parent.width
            }
        }
    }
}
