pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// A title set upright in one to three columns, as large as its room allows. u: one hundredth of the cover's width.
Item {
    id: name
    required property string words
    required property real u
    property color ink: Theme.slip
    property real room: 100 * u
    property real most: 24 * u
    readonly property var chars: Array.from(words)
    readonly property int columns: chars.length <= 6 ? 1 : chars.length <= 12 ? 2 : 3
    readonly property int rows: Math.ceil(chars.length / columns)
    readonly property int px: Math.max(1, Math.floor(Math.min(most / [1, 1.45, 1.9][columns - 1], room / rows / 1.14)))
    implicitWidth: columns * px * 1.16
    implicitHeight: rows * px * 1.14
    Repeater {
        model: name.columns
        Upright {
            required property int index
            Accessible.ignored: true
            words: name.chars.slice(index * name.rows, (index + 1) * name.rows).join("")
            x: name.width - (index + 1) * name.px * 1.16 + name.px * 0.08
            px: name.px
            color: name.ink
        }
    }
}
