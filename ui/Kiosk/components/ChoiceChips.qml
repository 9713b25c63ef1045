pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// A few words to choose from, in full rows; several may be chosen.
Grid {
    id: chips
    required property var choices          // [{ key, text, chosen }]
    property int most: 4                   // in one row
    readonly property real each: (width - (columns - 1) * spacing) / columns
    signal picked(string key)
    columns: Math.max(1, Math.min(most, choices.length))
    spacing: Theme.gap
    Repeater {
        model: chips.choices
        InkTab {
            required property var modelData
            width: chips.each
            height: Theme.touch
            text: modelData.text
            chosen: modelData.chosen
            onPressed: chips.picked(modelData.key)
        }
    }
}
