pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// 值班三件事: open, paper and stick, close; a touch or a digit ticks, and each opening day begins anew.
StaffPage {
    id: page
    required property Bridge bridge
    required property var rounds
    readonly property var lines: [].concat(...Array.from(rounds, round => Array.from(round.lines)))
    readonly property int open: lines.filter(line => line.by === "").length
    desk: bridge
    tab: "more"
    title: Words.say("doors.chores")
    note: open === 0 ? Words.say("chores.all") : Words.say("chores.left", {
        count: open
    })
    needs: parts.y + parts.height + Dense.gap
    onKeyed: key => {
        const line = lines[Number(key) - 1];
        if (line)
            bridge.duty.tick(line.what);
    }
    body: [
        Grid {
            id: parts
            readonly property real each: (parent.width - (columns - 1) * columnSpacing) / columns
            y: Theme.s4
            columns: page.wide ? 3 : 1
            columnSpacing: Theme.s4
            rowSpacing: Dense.gap
            Repeater {
                model: page.rounds
                ChoreRound {
                    required property var modelData
                    width: parts.each
                    round: modelData
                    onTicked: what => page.bridge.duty.tick(what)
                }
            }
        },
        Sans {
            visible: page.wide
            anchors {
                bottom: parent.bottom
                bottomMargin: Dense.gap
            }
            width: parent.width
            text: Words.say("chores.how")
            px: Dense.caption
            color: Theme.inkSoft
        }
    ]
}
