pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// 先停一下: every reason at once with its facts; then the reasons to let it pass, or who may.
Item {
    id: stop
    required property var stopped      // { action, reasons, book, copy, shelf, choices, why, said, ask }
    readonly property bool many: stopped.reasons.length > 1
    readonly property bool crowded: stopped.reasons.length > 3
    signal picked(string why)
    BookCover {
        id: cover
        visible: !!stop.stopped.book && !stop.many
        y: Theme.s3
        width: visible ? 150 : 0
        height: visible ? implicitHeight : 0
        book: stop.stopped.book
    }
    Column {
        id: head
        x: cover.visible ? cover.width + 36 : 0
        y: stop.many ? Theme.s1 : Theme.s3
        width: parent.width - x
        Serif {
            width: parent.width
            text: Words.say(stop.stopped.action === "undo" ? "counter.undo_stop" : stop.stopped.action === "code" ? "counter.unread" : "counter.stop")
            elide: Text.ElideRight
            px: stop.many ? Dense.figure : Theme.display
            em: 1.24
            color: Theme.ochre
        }
        Sans {
            visible: text !== ""
            width: parent.width
            text: stop.stopped.book?.title ?? ""
            strong: true
            px: Dense.lead + Theme.s0
            em: Theme.close
            elide: Text.ElideRight
        }
        Sans {
            visible: text !== ""
            width: parent.width
            text: stop.many ? "" : stop.stopped.shelf
            elide: Text.ElideRight
            px: Dense.body
            em: Theme.close
            color: Theme.inkSoft
        }
    }
    Column {
        id: reasons
        y: Math.max(cover.height, head.height) + (stop.many ? Theme.s3 : 2 * Theme.s3)
        width: parent.width
        spacing: Theme.s1
        Rectangle {
            width: parent.width
            height: Theme.s0
            color: Theme.ochre
        }
        Repeater {
            model: stop.stopped.reasons
            Column {
                id: each
                required property var modelData
                width: reasons.width
                Item {
                    width: parent.width
                    height: what.height
                    Serif {
                        id: what
                        width: parent.width - code.width - Theme.s2
                        text: each.modelData.text
                        elide: Text.ElideRight
                        px: Dense.head
                        spread: 0.02
                    }
                    Sans {
                        id: code
                        anchors {
                            right: parent.right
                            baseline: what.baseline
                        }
                        text: each.modelData.code
                        px: Dense.caption
                        color: Theme.inkFaint
                    }
                }
                Sans {
                    visible: !stop.crowded
                    width: parent.width
                    text: each.modelData.facts
                    px: stop.many ? Dense.caption : Dense.body
                    em: Theme.close
                    color: Theme.inkSoft
                    wrapMode: Text.Wrap
                    maximumLineCount: stop.many ? 1 : 3
                    elide: Text.ElideRight
                }
            }
        }
    }
    Column {
        anchors {
            bottom: parent.bottom
        }
        width: parent.width
        spacing: Theme.s1
        Sans {
            width: parent.width
            text: Words.say(stop.stopped.choices.length > 0 ? "counter.let_pass" : stop.stopped.ask !== "" ? "counter.ask_" + stop.stopped.ask : "counter.cannot")
            strong: true
            px: Dense.body
            em: Theme.close
            wrapMode: Text.Wrap
        }
        Grid {
            id: grid
            visible: stop.stopped.choices.length > 0
            columns: 2
            spacing: Theme.gap
            Repeater {
                model: stop.stopped.choices
                Choice {
                    required property string modelData
                    required property int index
                    width: (stop.width - Theme.gap) / 2
                    text: Words.say("counter.why_" + modelData)
                    key: index + 1
                    chosen: modelData === stop.stopped.why
                    onPressed: stop.picked(modelData)
                }
            }
        }
    }
}
