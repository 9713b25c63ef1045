pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// Where each returned book goes, newest first.
Item {
    id: list
    required property var rows
    required property string fresh
    property string side: "below"
    property QtObject camera: null
    signal undo(string returned)
    Hairline {
        width: parent.width
        visible: !Theme.wide
    }
    Roll {
        id: roll
        anchors.fill: parent
        model: list.rows
        delegate: BookRow {
            required property var modelData
            required property int index
            width: roll.width
            book: modelData.book
            fresh: modelData.returned === list.fresh
            told: modelData.holdWaiting ? Words.say("returned.hold") : modelData.overdueDays > 0 ? Words.say("returned.overdue", {
                days: modelData.overdueDays
            }) : Words.say("returned.plain")
            tone: modelData.holdWaiting ? Theme.vermilion : modelData.overdueDays > 0 ? Theme.ochre : Theme.pine
            button: Words.say("returned.undo")
            onUndo: list.undo(modelData.returned)
            onFocused: roll.show(index)
        }
        footer: ScanNext {
            width: roll.width
            text: Words.say("returned.more")
            side: list.side
            camera: list.camera
        }
    }
}
