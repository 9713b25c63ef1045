pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// What the last scan meant, with a tick where a copy is listed now; or every reason why it did nothing.
Column {
    id: answer
    required property string told
    required property var values
    required property var reasons
    readonly property bool listed: told === "added"
    spacing: Theme.s1
    Row {
        visible: answer.told !== ""
        width: parent.width
        spacing: Theme.s3
        Icon {
            y: (line.lineHeight - size) / 2
            name: answer.listed ? "check" : answer.told === "undone" ? "undo" : "code"
            color: answer.listed ? Theme.pine : Theme.vermilion
            weight: answer.listed ? 5 : 3
            size: Theme.iconRow
        }
        Serif {
            id: line
            width: parent.width - Theme.iconRow - Theme.s3
            text: answer.told === "" ? "" : Words.say("build_up." + answer.told, answer.values)
            wrapMode: Text.Wrap
            maximumLineCount: 3
            elide: Text.ElideRight
            color: answer.listed ? Theme.pine : Theme.ink
            px: Theme.section
        }
    }
    Sans {
        visible: answer.listed
        width: parent.width
        text: Words.say("bench.next")
        wrapMode: Text.Wrap
        color: Theme.inkSoft
        px: Theme.body
        em: Theme.close
    }
    Repeater {
        model: answer.reasons
        ReasonNote {
            required property var modelData
            width: answer.width
            reason: modelData
        }
    }
}
