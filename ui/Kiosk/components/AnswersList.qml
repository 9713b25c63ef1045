pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// What waits, and until when.
Item {
    id: list
    required property var items
    Hairline {
        visible: !Theme.wide
        width: parent.width
    }
    Roll {
        id: roll
        anchors.fill: parent
        model: list.items
        delegate: BookRow {
            required property var modelData
            width: roll.width
            book: modelData.book
            readonly property bool ready: modelData.kind === "hold_ready"
            told: ready ? Words.say("answers.hold_ready_where") : Words.say("answers." + modelData.kind)
            tone: Theme.pine
            fact: modelData.until ? Words.date(modelData.until) : ""
            why: ready && modelData.until ? Words.say("answers.hold_ready_take") : ""
        }
    }
}
