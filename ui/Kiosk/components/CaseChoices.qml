pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// One of a few, each with its digit: another ending, or the reason for it.
Column {
    id: choices
    required property string heading
    required property var options      // { key, text }
    property string back
    signal picked(string key)
    signal gone
    spacing: Theme.s1
    DeskHeading {
        width: parent.width
        text: choices.heading
    }
    Repeater {
        model: choices.options
        Choice {
            required property var modelData
            required property int index
            width: choices.width
            height: Dense.touch
            text: modelData.text
            key: index + 1
            onPressed: choices.picked(modelData.key)
        }
    }
    DeskButton {
        width: parent.width
        kind: "quiet"
        text: choices.back
        key: "Esc"
        onPressed: choices.gone()
    }
}
