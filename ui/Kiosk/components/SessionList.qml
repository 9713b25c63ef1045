pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// Evenings, one below the other.
Item {
    id: list
    required property var rows
    required property string button
    property string none
    signal chosen(var row)
    Hairline {
        visible: !Theme.wide
        width: parent.width
    }
    Sans {
        visible: list.rows.length === 0
        y: Theme.s4
        width: parent.width
        text: list.none
        wrapMode: Text.Wrap
        px: Theme.lead
    }
    Roll {
        id: roll
        anchors.fill: parent
        model: list.rows
        delegate: SessionLine {
            required property var modelData
            required property int index
            width: roll.width
            row: modelData
            button: list.button
            onPressed: list.chosen(modelData)
            onFocused: roll.show(index)
        }
    }
}
