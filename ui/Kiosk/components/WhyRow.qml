pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// A reason is always chosen, with a digit or a finger, and another one is written; only then the button can be pressed.
Column {
    id: row
    required property var whys             // [{ key, text }]
    required property string button
    property int across: 2
    property string why
    property string said
    readonly property bool other: why === "other"
    readonly property bool ready: why !== "" && (!other || said !== "")
    signal kept(string why, string said)
    function choose(key: string) {
        const found = whys[Number(key) - 1], blank = pad.item as TextBlank;
        if (blank && (/^([A-Z ]|Back)$/.test(key) || found && blank.typing !== ""))
            blank.key({
                key: key === "Back" ? Qt.Key_Backspace : 0,
                text: key.toLowerCase(),
                accepted: false
            });
        else if (visible && found)
            why = found.key;
    }
    function keep() {
        if (visible && ready)
            kept(why, said);
    }
    spacing: Theme.s2
    onVisibleChanged: why = ""
    onWhyChanged: said = ""
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
    Loader {
        id: pad
        active: row.other
        visible: active
        width: parent.width
        height: Theme.pad + Theme.s6 + Theme.s4
        sourceComponent: TextBlank {
            value: row.said
            called: Words.say("rules.why_called")
            earlier: []
            searching: false
            onWritten: text => row.said = text
        }
    }
    DeskButton {
        width: parent.width
        kind: "primary"
        enabled: row.ready
        text: row.why === "" ? Words.say("rules.lacks_why") : row.ready ? row.button : Words.say("rules.lacks_said")
        key: "Enter"
        onPressed: row.keep()
    }
}
