pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// The pile, newest first, with a number that grows; below it what was stopped for those before.
Item {
    id: list
    required property var rows
    required property string title
    required property string note
    required property string none
    required property bool numbered
    property var before: []
    readonly property int line: Dense.row + Theme.s2
    signal undone(string key)
    signal forgotten
    DeskHeading {
        id: heading
        width: parent.width
        text: list.title
        note: list.note
    }
    Sans {
        visible: list.rows.length === 0
        anchors.top: heading.bottom
        width: parent.width
        text: list.none
        wrapMode: Text.Wrap
        px: Dense.body
        color: Theme.inkSoft
    }
    Roll {
        id: roll
        anchors.top: heading.bottom
        width: parent.width
        height: Math.floor((left.y - y) / list.line) * list.line   // whole rows
        ahead: 0                      // each scan tells the pile anew: only what is seen is made
        model: list.rows
        delegate: PileLine {
            required property var modelData
            required property int index
            width: roll.width
            row: modelData
            number: list.numbered ? list.rows.length - index : ""
            onUndone: list.undone(modelData.key)
            onFocused: roll.show(index)
        }
    }
    Column {
        id: left
        readonly property int most: 2
        visible: list.before.length > 0
        anchors.bottom: parent.bottom
        width: parent.width
        height: visible ? implicitHeight : 0
        DeskHeading {
            width: parent.width
            text: Words.say("counter.before")
            DeskButton {
                anchors {
                    right: parent.right
                    verticalCenter: parent.verticalCenter
                }
                kind: "quiet"
                text: Words.say("counter.seen_to")
                onPressed: list.forgotten()
            }
        }
        Repeater {
            model: list.before.slice(0, left.most)
            PileLine {
                required property var modelData
                width: left.width
                row: modelData
                number: ""
            }
        }
    }
}
