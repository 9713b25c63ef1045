pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// One reason: who can lift it, what it is, the facts, the next step.
Item {
    id: row
    required property var reason       // { code, who, text, facts, next }
    readonly property var faces: ({
            self: {
                icon: "person",
                tone: Theme.pine
            },
            staff: {
                icon: "desk",
                tone: Theme.ochre
            },
            wait: {
                icon: "clock",
                tone: Theme.inkSoft
            },
            nobody: {
                icon: "note",
                tone: Theme.inkSoft
            }
        })
    readonly property var face: faces[reason.who]
    readonly property int lead: Theme.care ? Theme.s4 : Theme.wide ? Theme.s2 : Theme.s3
    implicitHeight: Math.max(words.height, who.height) + 2 * lead
    Column {
        id: who
        width: Theme.who
        y: row.lead + Theme.s1
        spacing: Theme.s1
        Rectangle {
            width: Theme.iconBox
            height: width
            color: Theme.clear
            border {
                width: Theme.line + 1
                color: row.face.tone
            }
            Icon {
                anchors.centerIn: parent
                name: row.face.icon
                color: row.face.tone
                size: Theme.iconRow
            }
        }
        Sans {
            width: parent.width
            text: Words.say("who." + row.reason.who)
            wrapMode: Text.Wrap
            strong: true
            color: row.face.tone
            px: Theme.note
            em: 1.3
        }
    }
    Column {
        id: words
        anchors {
            left: who.right
            leftMargin: Theme.s3
            right: parent.right
        }
        y: row.lead
        Item {
            width: parent.width
            height: what.height
            Serif {
                id: what
                width: parent.width - code.width - Theme.s3
                text: row.reason.text
                wrapMode: Text.Wrap
                px: Theme.care ? Theme.heading : Theme.wide ? Theme.section : Theme.title
                spread: Theme.loose / 2
            }
            Sans {
                id: code
                anchors {
                    right: parent.right
                    baseline: what.baseline
                }
                text: row.reason.code
                color: Theme.inkFaint
                px: Theme.caption
            }
        }
        Sans {
            width: parent.width
            text: row.reason.facts
            color: Theme.inkSoft
            wrapMode: Text.Wrap
            px: Theme.body
        }
        Row {
            width: parent.width
            spacing: Theme.s2
            topPadding: Theme.wide ? 0 : Theme.s1
            Icon {
                id: arrow
                y: parent.topPadding + step.lineHeight / 2 - height / 2
                name: "next"
                size: Theme.lead
                weight: 4
            }
            Sans {
                id: step
                width: parent.width - arrow.width - parent.spacing
                text: row.reason.next
                wrapMode: Text.Wrap
                strong: true
                px: Theme.label
                em: 1.45
            }
        }
    }
    Hairline {
        anchors.bottom: parent.bottom
        width: parent.width
    }
}
