pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// The upper part of a slip: when, and what was done.
Item {
    id: list
    required property var lines
    required property bool later
    required property var frame
    implicitHeight: roll.y + Math.max(3, lines.length) * Theme.slipRow
    Serif {
        id: heading
        y: Theme.s3
        width: list.later ? parent.width : implicitWidth
        text: Words.say(list.later ? "receipt.heading_later" : "receipt.heading")
        wrapMode: Text.Wrap
        color: Theme.sheetInk
        px: list.later ? Theme.title : Theme.heading
        spread: Words.upright ? Theme.loose * (list.later ? 1 : 3) : 0
    }
    Sans {
        visible: !list.later
        anchors {
            left: heading.right
            leftMargin: Theme.s3
            right: parent.right
            baseline: heading.baseline
        }
        horizontalAlignment: Text.AlignRight
        text: Words.say("receipt.when", {
            date: Words.date(list.frame.today),
            weekday: Words.weekday(list.frame.today),
            time: list.frame.now
        })
        elide: Text.ElideRight
        color: Theme.sheetSoft
        px: Theme.note
    }
    Rectangle {
        id: rule
        anchors {
            top: heading.bottom
            topMargin: Theme.s1
        }
        width: parent.width
        height: Theme.s0
        color: Theme.sheetInk
    }
    Roll {
        id: roll
        anchors {
            top: rule.bottom
            bottom: parent.bottom
        }
        width: parent.width
        model: list.lines
        delegate: SlipLine {
            required property var modelData
            width: roll.width
            row: modelData
            later: list.later
        }
    }
}
