import QtQuick

// The row that is shown where one is shown at a time. New rows begin again with the first, unless it keeps its place.
Item {
    required property var rows
    property bool keep: false
    property int at: 0
    property var was: null             // what is shown until whoever shows it has heard that nothing is left
    readonly property var row: rows[Math.min(at, rows.length - 1)] ?? was
    onRowsChanged: {
        if (!keep)
            at = 0;
        if (rows.length > 0)
            was = rows[0];
    }
}
