pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// All kinds, or one of them, in full rows.
Grid {
    id: tabs
    required property var kinds
    required property string kind
    readonly property var all: [""].concat(kinds)
    readonly property bool folded: all.length > 5 && !(Theme.wide && Words.upright)    // into two rows
    readonly property real each: (width - (columns - 1) * spacing) / columns
    signal picked(string kind)
    columns: folded ? Math.ceil(all.length / 2) : Math.max(1, all.length)
    spacing: Theme.gap
    Repeater {
        model: tabs.all
        InkTab {
            required property string modelData
            width: tabs.each
            height: Theme.chip
            text: Words.say(modelData === "" ? "programme.every_kind" : "kind." + modelData)
            chosen: modelData === tabs.kind
            px: tabs.all.length > 5 && !tabs.folded ? Theme.note : Theme.label
            onPressed: tabs.picked(modelData)
        }
    }
}
