pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// A reason is always chosen, with a digit or a finger; only then the button can be pressed.
Column {
    id: row
    required property var whys             // [{ key, text }]
    required property string button
    property int across: 2
    property string why
    signal kept(string why)
    function choose(key: string) {
        const found = whys[Number(key) - 1];
        if (visible && found)
            why = found.key;
    }
    function keep() {
        if (visible && why !== "")
            kept(why);
    }
    spacing: Theme.s2
    onVisibleChanged: why = ""
    Grid {
        id: grid
        width: parent.width
        columns: row.across
        spacing: Theme.gap
        Repeater {
            model: row.whys
            Choice {
                required property var modelData
                required property int index
                width: (row.width - (row.across - 1) * grid.spacing) / row.across
                text: modelData.text
                key: index + 1
                chosen: row.why === modelData.key
                onPressed: row.why = modelData.key
            }
        }
    }
    DeskButton {
        width: parent.width
        kind: "primary"
        enabled: row.why !== ""
        text: row.why === "" ? Words.say("rules.lacks_why") : row.button
        key: "Enter"
        onPressed: row.keep()
    }
}
