pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// 今日: what waits today, every plate the door to its work; the day to scale; what this machine has done.
StaffPage {
    id: page
    required property Bridge bridge
    required property string name
    required property string role
    required property var may
    required property int leftS
    required property var light
    required property var jobs
    required property var lessons
    required property var done
    readonly property var pressing: jobs.filter(job => job.many > 0).concat(jobs.filter(job => job.many === 0))
    desk: bridge
    tab: "today"
    title: Words.say("tab.today")
    note: bridge.frame.hall + (bridge.frame.place === "" ? "" : " · " + bridge.frame.place)
    ruled: jobs.length === 0
    needs: foot.after + foot.height + Dense.gap
    onKeyed: key => {
        const job = pressing[Number(key) - 1];
        if (job)
            bridge.duty.job(job.key);
    }
    tools: [
        DeskButton {
            text: Words.say("desk.finish")
            icon: "exit"
            onPressed: page.bridge.finish()
        }
    ]
    body: [
        Grid {
            id: plates
            readonly property int across: page.wide ? Math.max(5, page.jobs.length) : 3
            readonly property real each: page.wide ? (parent.width - (across - 1) * columnSpacing) / (across + 1) : (parent.width - 2 * columnSpacing) / 3
            y: page.wide ? Theme.gap : Theme.s1
            columns: across
            columnSpacing: 18
            rowSpacing: 30
            Repeater {
                model: page.pressing
                Plate {
                    required property var modelData
                    required property int index
                    heading: Words.say("today." + modelData.key)
                    many: modelData.many
                    unit: Words.say("today.unit_" + modelData.key)
                    told: Words.say((modelData.many > 0 ? "today.line_" : "today.none_") + modelData.key, Object.assign({}, modelData.facts, modelData.facts.until ? {
                        until: Words.date(modelData.facts.until)
                    } : {}))
                    key: index + 1
                    first: index === 0 && modelData.many > 0
                    done: modelData.many === 0
                    gap: index % plates.columns === 0 ? 0 : plates.columnSpacing
                    width: page.wide && index === 0 ? plates.each * 2 : plates.each
                    onPressed: page.bridge.duty.job(modelData.key)
                }
            }
        },
        DeskHeading {
            id: heading
            anchors {
                top: plates.bottom
                topMargin: page.jobs.length === 0 ? 0 : page.wide ? Theme.s2 : Theme.s4
            }
            width: parent.width
            ruled: false
            text: Words.say("today.lessons")
            note: page.lessons.length === 0 ? "" : Words.say("today.lessons_how")
        },
        DayTimes {
            id: day
            visible: page.lessons.length > 0
            anchors {
                top: heading.bottom
                topMargin: page.wide ? 0 : Theme.s2
            }
            width: parent.width
            lessons: page.lessons
            now: page.bridge.frame.now
            onPicked: session => page.bridge.duty.rosters.open(session)
        },
        Sans {
            id: none
            visible: page.lessons.length === 0
            anchors.top: heading.bottom
            width: parent.width
            text: Words.say("today.no_lessons")
            px: Dense.body
            color: Theme.inkSoft
        },
        Item {
            id: foot
            readonly property real after: (day.visible ? day.y + day.height : none.y + none.height) + Dense.gap
            y: Math.max(after, page.bodyHeight - height - Dense.gap)
            width: parent.width
            height: page.wide ? totals.height + Theme.s2 : line.height + totals.height + Theme.s4
            Hairline {
                width: parent.width
            }
            Column {
                id: line
                y: Theme.s2
                width: page.wide ? parent.width * 0.5 : parent.width
                Serif {
                    text: Words.say("today.machine")
                    px: Dense.head
                }
                HubTold {
                    visible: told
                    width: parent.width
                    light: page.light
                    px: Dense.body
                }
                Sans {
                    visible: page.light.way === "alone"
                    width: parent.width
                    text: Words.say("today.alone")
                    wrapMode: Text.Wrap
                    px: Dense.body
                    em: Theme.close
                    color: Theme.inkSoft
                }
            }
            Row {
                id: totals
                anchors {
                    right: parent.right
                    bottom: parent.bottom
                }
                width: page.wide ? parent.width * 0.45 : parent.width
                Repeater {
                    model: ["lent", "givenBack", "came"]
                    Column {
                        id: total
                        required property string modelData
                        width: totals.width / 3
                        Row {
                            spacing: Theme.s1
                            Figure {
                                id: many
                                text: page.done[total.modelData] ?? 0
                                px: Dense.figure - 6
                            }
                            Sans {
                                text: Words.say("today.done_unit_" + total.modelData)
                                px: Dense.body
                                anchors.baseline: many.baseline
                            }
                        }
                        Sans {
                            text: Words.say("today.done_" + total.modelData)
                            px: Dense.caption
                            em: Theme.close
                            color: Theme.inkSoft
                        }
                    }
                }
            }
        }
    ]
}
