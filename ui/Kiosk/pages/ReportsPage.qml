pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// 报表: how much is known, the figures, their days, what was borrowed and who came. Every number is a door to its list.
StaffPage {
    id: page
    required property Bridge bridge
    required property var span             // { kind, year, month, day, quarter }
    required property var known
    required property var figures          // { name, value, facts }
    required property var bars
    required property var classes
    required property var units
    required property var ages
    required property bool goesOn
    required property bool ended
    required property var closedOn
    required property var changes          // { name, was, now, by }
    required property string way
    required property string what
    required property string file
    required property var reasons
    readonly property bool quarter: span.kind === "quarter"
    readonly property real narrow: bodyWidth * 0.36
    property bool byUnit: false
    desk: bridge
    tab: "reports"
    title: Words.say("report.span." + span.kind, Object.assign({}, span, {
        quarter: Words.table["report.quarters"][span.quarter - 1]
    }))
    note: bridge.frame.hall
    needs: end.after + end.height + Dense.gap
    onKeyed: key => {
        if (key === "[" || key === "]" && goesOn)
            bridge.duty.reports.step(key === "]" ? 1 : -1);
        else if (key === "P" && way !== "saving")
            bridge.duty.reports.print();
        else if ((key === "E" || key === "A") && way !== "saving")
            bridge.duty.reports.save(key === "A" ? "pack" : "excel");
        else if (Number(key) >= 1 && Number(key) <= 4)
            bridge.duty.reports.of(["day", "month", "quarter", "year"][Number(key) - 1]);
    }
    tools: [
        DeskButton {
            text: Words.say("reports.earlier")
            icon: "back"
            key: "["
            onPressed: page.bridge.duty.reports.step(-1)
        },
        DeskButton {
            text: Words.say("reports.later")
            icon: "next"
            key: "]"
            enabled: page.goesOn
            onPressed: page.bridge.duty.reports.step(1)
        }
    ]
    body: [
        Row {
            id: kinds
            y: Theme.gap
            spacing: Theme.gap
            Repeater {
                model: ["day", "month", "quarter", "year"]
                Choice {
                    required property string modelData
                    required property int index
                    width: page.wide ? (Words.upright ? 132 : 192) : (page.bodyWidth - 3 * Theme.gap) / 4
                    text: Words.say("reports.kind_" + modelData)
                    key: index + 1
                    chosen: page.span.kind === modelData
                    onPressed: page.bridge.duty.reports.of(modelData)
                }
            }
        },
        ReportKnown {
            id: banner
            x: page.wide ? kinds.width + Theme.gap : 0
            y: page.wide ? kinds.y : kinds.y + kinds.height + Theme.gap
            width: parent.width - x - (close.visible && page.wide ? close.width + Theme.gap : 0)
            known: page.known
            ended: page.ended
            closedOn: page.closedOn ?? ""
            quarter: page.quarter
        },
        DeskButton {
            id: close
            visible: page.quarter && page.ended && !page.closedOn
            anchors.right: parent.right
            y: banner.y + (banner.height - height) / 2
            z: 1
            text: Words.say("reports.close")
            onPressed: page.bridge.duty.reports.close()
        },
        Grid {
            id: numbers
            y: banner.y + banner.height + Theme.s2
            width: parent.width
            columns: page.wide ? 6 : 3
            rowSpacing: Theme.s1
            Repeater {
                model: page.figures
                ReportNumber {
                    required property var modelData
                    width: numbers.width / numbers.columns
                    label: Words.say("report.number." + modelData.name)
                    value: modelData.value
                    unit: Words.say("report.unit." + modelData.name)
                    more: Words.say("report.more." + modelData.name, modelData.facts)
                    onPressed: page.bridge.duty.reports.list(modelData.name)
                }
            }
        },
        Item {
            id: course
            y: numbers.y + numbers.height + Theme.gap
            width: page.wide ? parent.width - page.narrow - Theme.s4 : parent.width
            height: page.wide ? Math.max(420, page.bodyHeight - y - Dense.gap) : 330
            DeskHeading {
                id: head
                width: parent.width
                text: Words.say(page.span.kind === "day" ? "reports.bars_day" : "report.bars." + page.span.kind)
                note: page.changes.length > 0 ? Words.say("reports.changed", {
                    count: page.changes.length
                }) : Words.say("reports.bars_how_" + page.span.kind)
            }
            VisitShelf {
                y: head.height + Theme.s3
                width: parent.width
                height: parent.height - y
                bars: page.bars
            }
        },
        Column {
            id: side
            anchors.right: parent.right
            y: page.wide ? course.y : course.y + course.height + Theme.s3
            width: page.wide ? page.narrow : parent.width
            spacing: Theme.s1
            DeskHeading {
                width: parent.width
                text: Words.say("report.classes")
                note: Words.say("report.classes_note")
            }
            ShareList {
                width: parent.width
                shares: page.classes
            }
            Item {
                id: who
                width: parent.width
                height: Dense.touch + Theme.s1
                DeskHeading {
                    width: parent.width - other.width - Theme.s2
                    text: Words.say(page.byUnit ? "report.units" : "report.ages")
                }
                Rectangle {
                    width: parent.width
                    height: 3
                    color: Theme.ink
                }
                DeskButton {
                    id: other
                    y: Theme.s1
                    anchors.right: parent.right
                    text: Words.say(page.byUnit ? "reports.by_age" : "reports.by_unit")
                    onPressed: page.byUnit = !page.byUnit
                }
            }
            ShareList {
                width: parent.width
                shares: page.byUnit ? page.units : page.ages
            }
        },
        ReportEnd {
            id: end
            anchors.right: parent.right
            readonly property real after: side.y + side.height + Theme.gap
            y: Math.max(after, page.bodyHeight - height - Dense.gap)
            width: page.wide ? page.narrow : parent.width
            way: page.way
            what: page.what
            file: page.file
            reasons: page.reasons
            onPrinted: page.bridge.duty.reports.print()
            onSaved: what => page.bridge.duty.reports.save(what)
        }
    ]
}
