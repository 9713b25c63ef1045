pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// Staff 导入书目: a trial that writes nothing, what each column is, and the import; it can be stopped at any time.
KioskPage {
    id: page
    required property Bridge bridge
    required property string file
    required property string stage
    required property var columns
    required property var fields
    required property var rows
    required property var troubles
    required property int read
    required property int added
    required property int updated
    required property int unchanged
    required property int rejected
    required property int copies
    required property real share
    required property int leftS
    required property string rejects
    required property var why
    readonly property bool running: stage === "reading" || stage === "importing"
    desk: bridge
    tab: "titles"
    reach: Theme.header + Theme.gate * (Theme.care ? 0.86 : 0.66)

    upper: [
        ImportHead {
            anchors.fill: parent
            file: page.file
            stage: page.stage
            sums: ({
                    read: page.read,
                    added: page.added,
                    same: page.updated + page.unchanged,
                    copies: page.copies,
                    rejected: page.rejected
                })
            share: page.share
            seconds: page.leftS
            rejects: page.rejects
            why: page.why
        }
    ]
    lower: [
        ImportViews {
            anchors {
                top: parent.top
                topMargin: Theme.s2
                bottom: ways.top
                bottomMargin: Theme.s2
            }
            width: parent.width
            columns: page.columns
            fields: page.fields
            titles: page.rows
            troubles: page.troubles
            still: !["reading", "ready", "unread"].includes(page.stage)
            onTaken: (column, field) => page.bridge.duty.takeFor(column, field)
        },
        ButtonRow {
            id: ways
            anchors.bottom: parent.bottom
            width: parent.width
            abreast: true
            first: page.running ? "" : Words.say("import.other")
            main: page.running ? Words.say("import.stop") : Words.say(page.stage === "ready" ? "import.start" : "import.back")
            mainKind: page.stage === "ready" ? "primary" : "pine"
            onFirstPressed: page.bridge.duty.imports()
            onMainPressed: page.running ? page.bridge.duty.stopImport() : page.stage === "ready" ? page.bridge.duty.beginImport() : page.bridge.back()
        }
    ]
}
