pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// Whoever is there already, named with the cure beside it.
Column {
    id: list
    required property var clashes          // [{ on, number, shared, title }]
    readonly property int shown: 2
    signal skipped(string day)
    spacing: Theme.s2
    Repeater {
        model: list.clashes.slice(0, list.shown)
        Rectangle {
            id: clash
            required property var modelData
            width: list.width
            height: Math.max(words.height, cure.height) + 2 * Theme.s1
            color: Theme.ochreTint
            Rectangle {
                width: parent.width
                height: Theme.line
                color: Theme.ochre
            }
            Sans {
                id: words
                anchors {
                    left: parent.left
                    leftMargin: Theme.s2
                    right: cure.left
                    rightMargin: Theme.s2
                    verticalCenter: parent.verticalCenter
                }
                text: Words.say("series.clash_" + clash.modelData.shared, {
                    date: Words.date(clash.modelData.on),
                    number: clash.modelData.number,
                    title: clash.modelData.title
                })
                wrapMode: Text.Wrap
                strong: true
                px: Theme.care ? Theme.caption : Theme.body
                em: Theme.close
                maximumLineCount: Theme.care ? 4 : 2
                elide: Text.ElideRight
            }
            BigButton {
                id: cure
                anchors {
                    right: parent.right
                    rightMargin: Theme.s1
                    verticalCenter: parent.verticalCenter
                }
                text: Words.say("series.skip")
                name: text + " " + Words.date(clash.modelData.on)
                onPressed: list.skipped(clash.modelData.on)
            }
        }
    }
    Sans {
        visible: list.clashes.length > list.shown
        text: Words.say("series.more_clashes", {
            count: list.clashes.length - list.shown
        })
        color: Theme.ochre
        strong: true
        px: Theme.body
        em: Theme.close
    }
}
