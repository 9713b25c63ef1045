pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// Covers of what was found, five in a row.
Grid {
    id: grid
    required property var found
    required property int chosen           // which of them
    signal picked(int index)
    readonly property int lines: Math.ceil(found.length / columns)
    columns: 5
    spacing: Theme.s0
    // the cards stay and only what is on them changes: a key must not wait for new ones
    Repeater {
        model: grid.columns * Math.max(1, grid.lines)
        ResultCard {
            required property int index
            visible: index < grid.found.length
            width: (grid.width - 4 * grid.spacing) / 5
            height: (grid.height - (grid.lines - 1) * grid.spacing) / Math.max(1, grid.lines)
            row: grid.found[index] ?? null
            chosen: index === grid.chosen
            onPressed: grid.picked(index)
        }
    }
}
