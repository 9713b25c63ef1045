pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// An ending: in one sentence, why it is proposed, and what changes for whom.
Column {
    id: end
    required property var told         // { row, first, last, endings, why }
    required property string answer
    readonly property var ending: told.endings.find(one => one.answer === answer) ?? told.endings[0]
    readonly property bool proposed: ending.answer === told.endings[0].answer
    spacing: Theme.s1

    function whose(change: var): string {
        return change.whose === "book" ? Words.say("cases.the_book") : change.who;
    }
    Sans {
        text: Words.say(end.proposed ? "cases.proposed" : "cases.instead")
        px: Dense.caption + 1
        em: Theme.close
        color: Theme.inkSoft
    }
    Serif {
        width: parent.width
        text: Words.say("case.ending." + end.ending.answer, {
            first: end.told.first,
            last: end.told.last
        })
        px: Dense.title - Theme.s0
        em: 1.4
        spread: 0
        wrapMode: Text.Wrap
    }
    Sans {
        visible: end.proposed
        width: parent.width
        text: Words.say("cases.why", {
            why: Words.say("case." + end.told.row.kind + ".because")
        })
        px: Dense.body
        wrapMode: Text.Wrap
        color: Theme.inkSoft
    }
    Sans {
        visible: end.told.why !== ""
        width: parent.width
        text: visible ? Words.say("case." + `why_${end.told.why}`) : ""
        px: Dense.body
        em: Theme.close
        strong: true
        wrapMode: Text.Wrap
        color: Theme.ochre
    }
    Item {
        width: 1
        height: Theme.s1
    }
    Sans {
        visible: end.ending.changes.length === 0
        width: parent.width
        text: Words.say("cases.no_change")
        px: Dense.body
        em: Theme.close
        wrapMode: Text.Wrap
        color: Theme.pine
    }
    Repeater {
        model: end.ending.changes
        Item {
            id: change
            required property var modelData
            width: end.width
            height: 54
            Hairline {
                width: parent.width
            }
            Sans {
                anchors {
                    left: parent.left
                    right: states.left
                    rightMargin: Theme.s2
                    verticalCenter: parent.verticalCenter
                }
                text: end.whose(change.modelData)
                px: Dense.caption + 1
                em: Theme.close
                elide: Text.ElideRight
            }
            Row {
                id: states
                anchors {
                    right: parent.right
                    verticalCenter: parent.verticalCenter
                }
                spacing: Theme.gap
                Sans {
                    text: Words.say("cases.is_" + change.modelData.before)
                    px: Dense.caption + 1
                    em: Theme.close
                    color: Theme.inkFaint
                    font.strikeout: true
                }
                Icon {
                    name: "next"
                    size: Dense.caption
                    weight: Theme.s0
                    anchors.verticalCenter: parent.verticalCenter
                }
                Sans {
                    text: Words.say("cases.is_" + change.modelData.after)
                    px: Dense.caption + 1
                    em: Theme.close
                    strong: true
                    color: Theme.pine
                }
            }
        }
    }
}
