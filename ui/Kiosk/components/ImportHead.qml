pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// Which file, how far it is, and what it comes to; or why it cannot be read.
Item {
    id: head
    required property string file
    required property string stage
    required property var sums             // read, added, same, copies, rejected
    required property real share
    required property int seconds
    required property string rejects
    required property var why              // none: it can be read
    readonly property bool running: stage === "reading" || stage === "importing"
    Column {
        id: heading
        y: Theme.wide ? Theme.s2 : Theme.s3
        width: parent.width
        spacing: Theme.s1
        Serif {
            width: parent.width
            text: Words.say("import." + head.stage)
            elide: Text.ElideRight
            color: head.stage === "done" ? Theme.pine : head.stage === "unread" ? Theme.ochre : Theme.duty
            px: Theme.care ? Theme.section : Theme.title
        }
        Sans {
            width: parent.width
            text: head.file
            elide: Text.ElideMiddle
            strong: true
            px: Theme.lead
            em: Theme.close
        }
        Rectangle {
            visible: head.running
            width: parent.width
            height: Theme.s3
            color: Theme.sunk
            Rectangle {
                width: parent.width * head.share
                height: parent.height
                color: Theme.pineFill
            }
        }
        Sans {
            visible: text !== ""
            width: parent.width
            text: head.running ? Math.round(head.share * 100) + "%" + (head.seconds > 0 ? " · " + Words.say("import.left", {
                count: head.seconds
            }) : "") : head.stage === "stopped" ? Words.say("import.stopped_how") : head.stage === "done" && head.rejects !== "" ? Words.say("import.rejects", {
                file: head.rejects
            }) : ""
            wrapMode: Text.WrapAtWordBoundaryOrAnywhere
            maximumLineCount: Theme.wide ? 6 : 3
            elide: Text.ElideRight
            color: Theme.inkSoft
            px: Theme.note
            em: Theme.close
        }
        TroubleLine {
            visible: head.why !== null && head.why !== undefined
            width: parent.width
            trouble: head.why ?? null
        }
    }
    Grid {
        visible: head.stage !== "unread"
        anchors {
            top: heading.bottom
            topMargin: Theme.s3
        }
        width: parent.width
        columns: Theme.wide ? 2 : 5
        rowSpacing: Theme.s2
        Repeater {
            model: ["read", "added", "same", "copies", "rejected"]
            Column {
                id: sum
                required property string modelData
                readonly property int count: head.sums[modelData]
                width: parent?.width / (Theme.wide ? 2 : 5)
                Figure {
                    text: sum.count
                    color: sum.modelData === "rejected" && sum.count > 0 ? Theme.ochre : sum.modelData === "added" ? Theme.pine : Theme.ink
                    px: Theme.section
                }
                Sans {
                    width: parent.width - Theme.s1
                    text: Words.say("import." + sum.modelData)
                    elide: Text.ElideRight
                    color: Theme.inkSoft
                    px: Theme.caption
                    em: Theme.close
                }
            }
        }
    }
}
