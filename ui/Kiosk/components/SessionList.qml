pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// Sessions, one below the other, under an ink line.
Item {
    id: list
    required property var rows
    required property string today
    property bool dated: false
    signal chosen(var row)
    Rectangle {
        width: parent.width
        height: Theme.line
        color: Theme.ink
    }
    Roll {
        id: roll
        anchors {
            left: parent.left
            right: parent.right
            top: parent.top
            topMargin: Theme.line
        }
        height: Math.floor((list.height - Theme.line) / Theme.lesson) * Theme.lesson    // whole lines only
        model: list.rows
        delegate: SessionLine {
            required property var modelData
            required property int index
            width: roll.width
            row: modelData
            today: list.today
            dated: list.dated
            onPressed: list.chosen(modelData)
            onFocused: roll.show(index)
        }
    }
}
