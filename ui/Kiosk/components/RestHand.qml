pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// A rest that is being written: from when, how long, why; and what is due, kept or planned within.
Column {
    id: hand
    required property var screen           // the page
    readonly property int days: Math.round((Date.parse(screen.last) - Date.parse(screen.first)) / 86400000) + 1
    readonly property var whys: ["spring", "repairs", "count", "power", "training", "event"].map(key => Words.say("closing.why." + key))
    readonly property var lines: [...screen.due > 0 ? [Words.say("closing.due", {
                count: screen.due
            })] : [], ...screen.dueNext ? [Words.say("closing.due_next", {
                date: Words.date(screen.dueNext)
            })] : [], ...screen.kept > 0 ? [Words.say("closing.kept", {
                count: screen.kept
            })] : [], ...screen.clashes.map(clash => Words.say("closing.clash", {
                date: Words.date(clash.day),
                title: clash.title
            }))]
    signal moved(int later, int longer)
    signal named(string why)
    signal closed
    spacing: Theme.s2

    DeskHeading {
        width: parent.width
        text: Words.say("closing.new")
        note: Words.say("closing.new_note")
    }
    Repeater {
        model: [["later", Words.say("closing.from", {
                    date: Words.date(hand.screen.first),
                    weekday: Words.weekday(hand.screen.first)
                })], ["longer", Words.say("closing.days", {
                    count: hand.days
                })]]
        StepPad {
            required property var modelData
            width: hand.width
            height: Dense.row
            value: modelData[1]
            unit: Words.say("closing.unit")
            small: 1
            large: 7
            onStepped: by => modelData[0] === "later" ? hand.moved(by, 0) : hand.moved(0, by)
        }
    }
    Grid {
        id: whys
        width: parent.width
        columns: 3
        spacing: Theme.gap
        Repeater {
            model: hand.whys
            Choice {
                required property string modelData
                required property int index
                width: (hand.width - 2 * whys.spacing) / 3
                text: modelData
                key: index + 1
                chosen: hand.screen.why === modelData
                onPressed: hand.named(modelData)
            }
        }
    }
    DeskHeading {
        width: parent.width
        text: Words.say("closing.meets")
    }
    Consequence {
        width: parent.width
        lines: hand.screen.saved ? [] : hand.lines.length > 0 ? hand.lines : [Words.say("closing.meets_nothing")]
        reasons: hand.screen.reasons
        well: hand.screen.saved ? Words.say("closing.done") : ""
    }
    DeskButton {
        width: parent.width
        kind: "primary"
        enabled: hand.screen.why !== ""
        text: hand.screen.why === "" ? Words.say("closing.lacks_why") : Words.say("closing.close")
        key: "Enter"
        onPressed: hand.closed()
    }
}
