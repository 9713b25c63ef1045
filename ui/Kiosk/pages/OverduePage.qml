pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// 超期: whose books are late, the longest first; one person's books beside the list, slips on paper.
StaffPage {
    id: page
    required property Bridge bridge
    required property bool today
    required property var people
    required property int books
    required property int dueToday
    required property int late
    required property bool mayPrint
    required property var chosen
    desk: bridge
    tab: "titles"
    title: Words.say(today ? "overdue.heading_today" : "overdue.heading")
    note: people.length === 0 ? "" : Words.say("overdue.note", {
        books: books,
        people: people.length
    })
    needs: wide ? 0 : list.y + (chosen ? Dense.row * 5 : Dense.row * 8) + near.height
    onKeyed: key => {
        if (key === "Esc")
            bridge.back();
        else if (key === "Ctrl+P" && printer.enabled)
            bridge.duty.slips(chosen?.member ?? "");
    }
    body: [
        ChoiceChips {
            id: views
            y: Theme.s2
            width: page.wide ? page.bodyWidth * 0.56 : page.bodyWidth
            most: 2
            choices: [["late", page.late], ["today", page.dueToday]].map(([key, count]) => ({
                        key: key,
                        text: Words.say("overdue.see_" + key, {
                            count: count
                        }),
                        chosen: page.today === (key === "today")
                    }))
            onPicked: key => page.bridge.duty.overdue(key === "today", "")
        },
        Sans {
            visible: page.people.length === 0
            y: views.y + views.height + Dense.gap
            width: parent.width
            text: Words.say(page.today ? "overdue.none_today" : "overdue.none")
            wrapMode: Text.Wrap
            px: Dense.lead
            color: Theme.inkSoft
        },
        Roll {
            id: list
            y: views.y + views.height + Theme.s2
            width: page.wide ? page.bodyWidth * 0.56 : page.bodyWidth - Theme.s3
            height: page.wide ? page.bodyHeight - y - Dense.gap : page.bodyHeight - y - near.height - Dense.gap
            model: page.people
            delegate: LatePersonRow {
                required property var modelData
                required property int index
                width: list.width
                person: modelData
                chosen: modelData.member === page.chosen?.member
                onPressed: page.bridge.duty.overdue(page.today, modelData.member)
                onActiveFocusChanged: if (activeFocus)
                    list.show(index)
            }
        },
        Column {
            id: near
            x: page.wide ? page.bodyWidth * 0.56 + Theme.s4 : 0
            y: page.wide ? Theme.s2 : page.bodyHeight - height - Dense.gap
            width: page.bodyWidth - x
            spacing: Theme.s2
            DeskHeading {
                visible: !!page.chosen
                width: parent.width
                text: page.chosen?.name ?? ""
                note: page.chosen ? Words.say("roll.tail", {
                    tail: page.chosen.numberTail
                }) : ""
            }
            Repeater {
                model: (page.chosen?.books ?? []).slice(0, page.wide ? 5 : 3)
                Item {
                    id: line
                    required property var modelData
                    width: near.width
                    height: Dense.row + Theme.s2
                    BookCover {
                        id: cover
                        y: Theme.s0
                        width: 52
                        book: line.modelData.book
                    }
                    Sans {
                        id: title
                        anchors {
                            left: cover.right
                            leftMargin: Theme.s2
                            right: parent.right
                        }
                        y: Theme.s0
                        text: line.modelData.book.title
                        elide: Text.ElideRight
                        strong: true
                        px: Dense.body
                        em: Theme.close
                    }
                    Sans {
                        anchors {
                            left: title.left
                            right: parent.right
                            top: title.bottom
                        }
                        text: line.modelData.days === 0 ? Words.say("overdue.due_today") : Words.say("overdue.since", {
                            date: Words.date(line.modelData.due),
                            days: line.modelData.days
                        })
                        elide: Text.ElideRight
                        px: Dense.caption
                        em: Theme.close
                        color: line.modelData.days > 0 ? Theme.ochre : Theme.inkSoft
                    }
                    Hairline {
                        anchors.bottom: parent.bottom
                        width: parent.width
                    }
                }
            }
            Sans {
                readonly property int more: (page.chosen?.books.length ?? 0) - (page.wide ? 5 : 3)
                visible: more > 0
                text: Words.say("overdue.others", {
                    count: more
                })
                px: Dense.caption
                color: Theme.inkSoft
            }
            Sans {
                visible: !page.chosen && page.people.length > 0
                width: parent.width
                text: Words.say(page.mayPrint ? "overdue.how" : "overdue.how_volunteer")
                wrapMode: Text.Wrap
                px: Dense.body
                em: Theme.close
                color: Theme.inkSoft
            }
            DeskButton {
                id: printer
                visible: page.mayPrint && !page.today && page.people.length > 0
                enabled: visible
                width: parent.width
                kind: page.chosen ? "plain" : "duty"
                implicitHeight: Dense.primary
                text: page.chosen ? Words.say("overdue.print_one") : Words.say("overdue.print_all", {
                    people: page.people.length
                })
                key: "Ctrl P"
                onPressed: page.bridge.duty.slips(page.chosen?.member ?? "")
            }
        }
    ]
}
