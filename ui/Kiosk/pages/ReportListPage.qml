pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// What lies behind a number: things without people, or people, masked, without things.
StaffPage {
    id: page
    required property Bridge bridge
    required property var span
    required property string name
    required property var rows             // { time or name, what, more, at the right }
    required property int count
    readonly property var heads: Words.table["report.head." + name] ?? Words.table["report.head.people"]
    desk: bridge
    tab: "reports"
    title: Words.say("report.list." + name)
    note: Words.say("report.span." + span.kind, Object.assign({}, span, {
        quarter: Words.table["report.quarters"][span.quarter - 1]
    })) + " · " + Words.say(rows.length < count ? "reports.first_of" : "report.count", {
        count: count,
        shown: rows.length
    })
    onKeyed: key => {
        if (key === "Esc")
            bridge.duty.reports.open();
    }
    tools: [
        DeskButton {
            text: Words.say("reports.to_report")
            icon: "back"
            key: "Esc"
            onPressed: page.bridge.duty.reports.open()
        }
    ]
    body: [
        ReportLine {
            id: heads
            width: parent.width
            cells: page.heads
            head: true
        },
        Roll {
            y: heads.height
            width: parent.width
            height: page.bodyHeight - y
            model: page.rows
            delegate: ReportLine {
                required property var modelData
                width: ListView.view.width
                cells: modelData
            }
        },
        Sans {
            visible: page.rows.length === 0
            y: heads.height + Theme.s3
            width: parent.width
            text: Words.say("reports.none")
            px: Dense.lead
        }
    ]
}
