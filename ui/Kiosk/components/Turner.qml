import QtQuick

// The row that is shown where one is shown at a time. New rows begin again with the first, unless it keeps its place.
Item {
    required property var rows
    property bool keep: false
    property int at: 0
    readonly property var row: rows[Math.min(at, rows.length - 1)] ?? null
    onRowsChanged: if (!keep) {
        at = 0;
    }
}
