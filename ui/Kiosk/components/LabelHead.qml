pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// What will be printed: the page itself, and beside it how much it comes to; or why it cannot be.
Item {
    id: head
    required property var paper
    required property int startAt
    required property string sheet
    required property int count
    required property int pages
    required property string first
    required property string last
    required property var reasons          // why it cannot be printed so
    Serif {
        id: heading
        y: Theme.wide ? Theme.s3 : Theme.s4
        width: parent.width
        text: Words.say("labels.heading")
        color: Theme.duty
        px: Theme.heading
    }
    Column {
        id: notes
        anchors {
            top: heading.bottom
            topMargin: Theme.s3
        }
        width: parent.width
        Repeater {
            model: head.reasons.slice(0, 2)
            ReasonNote {
                required property var modelData
                width: notes.width
                reason: modelData
            }
        }
    }
    LabelSheet {
        id: picture
        visible: head.reasons.length === 0
        anchors {
            top: heading.bottom
            topMargin: Theme.s3
            bottom: parent.bottom
            bottomMargin: Theme.s3
        }
        width: Math.min(parent.width * (Theme.wide ? 0.6 : 0.62), head.paper.width / head.paper.height * height)
        paper: head.paper
        startAt: head.startAt
        page: head.sheet
    }
    Column {
        visible: picture.visible
        anchors {
            top: picture.top
            left: picture.right
            leftMargin: Theme.wide ? Theme.s3 : Theme.s4
            right: parent.right
        }
        spacing: Theme.s1
        component Amount: Row {
            id: amount
            property int value
            property string unit
            spacing: Theme.s1
            Figure {
                id: figure
                text: amount.value
                px: Theme.care ? Theme.section : Theme.display
            }
            Sans {
                text: amount.unit
                color: Theme.inkSoft
                anchors.baseline: figure.baseline
                px: Theme.body
                em: Theme.close
            }
        }
        Amount {
            value: head.count
            unit: Words.say("labels.unit_labels")
        }
        Amount {
            value: head.pages
            unit: Words.say("labels.unit_pages")
        }
        Repeater {
            model: head.first === "" ? [] : [Words.say("labels.first"), head.first, Words.say("labels.last"), head.last]
            Sans {
                required property string modelData
                required property int index
                width: parent?.width ?? 0
                text: modelData
                wrapMode: Text.Wrap
                strong: index % 2 === 1
                color: index % 2 === 1 ? Theme.ink : Theme.inkSoft
                px: Theme.caption
                em: Theme.close
            }
        }
    }
}
