pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// 待核: the pile at the left, one case as a story, and its ending with what it changes.
StaffPage {
    id: page
    required property Bridge bridge
    required property var waiting
    required property var told
    required property var settled
    required property var weeks
    required property string choosing
    required property string answer
    required property var whys
    required property bool joined
    readonly property var others: (told?.endings ?? []).slice(1)
    readonly property real side: wide ? Math.round(bodyWidth * 0.22) : bodyWidth
    readonly property real close: wide ? Math.round(bodyWidth * 0.32) : bodyWidth
    readonly property int place: waiting.findIndex(row => row.key === told?.row.key)
    desk: bridge
    tab: "cases"
    title: Words.say("tab.cases")
    note: waiting.length === 0 ? "" : Words.say("cases.note", {
        count: waiting.length
    })
    needs: wide ? Math.max(hand.implicitHeight, after.height + Theme.s6 + Theme.s5) + 2 * Dense.gap : after.y + after.height + Dense.gap
    onKeyed: key => {
        const digit = Number(key);
        const next = key === "Up" ? waiting[place - 1] : key === "Down" ? waiting[place + 1] : null;
        if (key === "Ctrl+Z" && settled.length > 0)
            bridge.duty.cases.reopen(settled[0].key);
        else if (next)
            bridge.duty.cases.choose(next.key);
        else if (!told)
            return;
        else if (key === "Esc" && choosing !== "")
            bridge.duty.cases.other("");
        else if (choosing === "way" && others[digit - 1])
            bridge.duty.cases.other(others[digit - 1].answer);
        else if (choosing === "why" && whys[digit - 1])
            hand.reason(whys[digit - 1]);
        else if (choosing === "" && key === "Enter")
            bridge.duty.cases.settle("", "");
        else if (choosing === "" && digit === 2 && others.length > 0)
            bridge.duty.cases.other("");
        else if (choosing === "" && digit === 3)
            bridge.duty.cases.later();
    }
    body: [
        Flickable {
            id: pile
            y: Dense.gap
            width: page.side
            readonly property real each: Theme.s6 + Theme.s4 - Theme.s1
            height: page.wide ? Math.min(contentHeight, Math.floor((after.y - y - Dense.gap) / each) * each) : contentHeight
            contentWidth: page.wide ? width : slips.width
            contentHeight: slips.height
            contentY: Math.max(0, Math.min(page.place * each, contentHeight - height))
            interactive: page.wide ? contentHeight > height : contentWidth > width
            boundsBehavior: Flickable.StopAtBounds
            clip: interactive
            Grid {
                id: slips
                columns: page.wide ? 1 : Math.max(1, page.waiting.length)
                spacing: Theme.gap
                Repeater {
                    model: page.waiting
                    CaseSlip {
                        required property var modelData
                        width: page.wide ? pile.width : (pile.width - 2 * slips.spacing) / 3
                        row: modelData
                        seen: !page.wide || y >= pile.contentY && y + height <= pile.contentY + pile.height
                        chosen: modelData.key === page.told?.row.key
                        onPressed: page.bridge.duty.cases.choose(modelData.key)
                    }
                }
            }
        },
        Item {
            id: after
            y: page.wide ? page.bodyHeight - height - Dense.gap : hand.y + hand.height + Theme.s4
            width: page.side
            height: weekly.height + done.height + Theme.s2
            OpenWeeks {
                id: weekly
                width: parent.width
                counts: page.weeks
            }
            SettledCases {
                id: done
                y: weekly.height + Theme.s2
                width: parent.width
                cases: page.settled
                most: page.wide ? 2 : 5
                joined: page.joined
                onReopened: key => page.bridge.duty.cases.reopen(key)
            }
        },
        Item {
            id: story
            visible: !!page.told
            x: page.wide ? page.side + Theme.s4 : 0
            y: page.wide ? Dense.gap : pile.y + pile.height + Theme.s3
            width: page.wide ? page.bodyWidth - page.side - page.close - 2 * Theme.s4 : page.bodyWidth
            height: what.height + Theme.s2 + lanes.height
            Serif {
                id: what
                width: parent.width
                text: page.told ? Words.say("case." + page.told.row.kind + ".headline", {
                    title: page.told.row.book?.short ?? "",
                    who: page.told.row.who,
                    course: page.told.row.course
                }) : ""
                px: Dense.title
                em: Theme.serifed
                spread: 0
                wrapMode: Text.Wrap
            }
            Loader {
                id: lanes
                active: !!page.told
                y: what.height + Theme.s2
                width: parent.width
                sourceComponent: CaseStory {
                    places: page.told.places
                    events: page.told.events
                    each: page.wide ? Math.min(Theme.small + Theme.s3, (page.bodyHeight - what.height - 2 * Dense.gap - first) / Math.max(1, events.length)) : 116
                    meanwhile: Words.say("case." + page.told.row.kind + ".unharmed")
                }
            }
        },
        CaseHand {
            id: hand
            x: page.wide ? page.bodyWidth - page.close : 0
            y: page.wide ? Dense.gap : page.told ? story.y + story.height : pile.y + pile.height
            width: page.close
            height: page.wide ? page.bodyHeight - 2 * Dense.gap : implicitHeight
            told: page.told
            choosing: page.choosing
            answer: page.answer
            whys: page.whys
            joined: page.joined
            many: page.waiting.length
            onSettled: (why, note) => page.bridge.duty.cases.settle(why, note)
            onOther: answer => page.bridge.duty.cases.other(answer)
            onLater: page.bridge.duty.cases.later()
        }
    ]
}
