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
            told: Words.say("answers." + modelData.kind + "_where")
            tone: Theme.pine
            fact: modelData.until ? Words.date(modelData.until) : ""
            why: modelData.until ? Words.say("answers." + modelData.kind + "_take") : ""
        }
    }
}
