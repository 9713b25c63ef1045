import QtQuick
import Kiosk

// Where a report goes: to the printer, to a stick, to whoever inspects; what became of it stands above.
Column {
    id: end
    required property string way           // saving, saved, refused
    required property string what          // excel, pack
    required property string file
    required property var reasons
    readonly property bool saving: way === "saving"
    readonly property real each: (width - 2 * Theme.gap) / 3
    signal printed
    signal saved(string what)
    spacing: Theme.s1
    Sans {
        visible: end.way !== ""
        width: parent.width
        text: end.way === "refused" ? end.reasons.map(reason => reason.text + " " + reason.next + " " + reason.code).join(" ") : end.saving ? Words.say(end.what === "pack" ? "reports.packing" : "reports.saving") : Words.say("reports.saved", {
            file: end.file
        })
        wrapMode: Text.Wrap
        maximumLineCount: 2
        elide: Text.ElideRight
        px: Dense.caption + 1
        em: Theme.close
        color: end.way === "refused" ? Theme.ochre : Theme.pine
    }
    Row {
        spacing: Theme.gap
        DeskButton {
            width: end.each
            text: Words.say("reports.print")
            key: "P"
            enabled: !end.saving
            onPressed: end.printed()
        }
        DeskButton {
            width: end.each
            text: Words.say("reports.excel")
            key: "E"
            enabled: !end.saving
            onPressed: end.saved("excel")
        }
        DeskButton {
            width: end.each
            text: Words.say("reports.pack")
            key: "A"
            enabled: !end.saving
            onPressed: end.saved("pack")
        }
    }
}
