pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// A row of rules in hand: a sentence with blanks, what a change would mean, and the reason that it needs.
Column {
    id: hand
    required property var screen           // the page
    property string blank
    readonly property string row: screen.chosen
    readonly property bool ofKind: screen.rows.some(one => one.policy === row && one.kind)
    readonly property var blanks: [...ofKind ? ["kind_loans_max"] : ["loans_max"], "loan_days", "renewals_max", ...ofKind ? [] : ["holds_max", "hold_pickup_days", "suspension_days", "suspension_days_max"], ...row === "default" ? ["courses_max", "withdraw_until_h", "no_shows_max", "no_show_pause_days", "certificate_share_pct"] : []]
    readonly property var large: ({
            loan_days: 7,
            no_show_pause_days: 7,
            suspension_days_max: 7,
            withdraw_until_h: 12,
            certificate_share_pct: 10
        })
    signal stepped(string field, int by)
    signal kept(string why, string said)
    function valueOf(field: string): string {
        return screen.blanks.find(one => one.field === field)?.value ?? "";
    }
    function choose(key: string) {
        reason.choose(key);
    }
    function keep() {
        reason.keep();
    }
    spacing: Theme.s2
    onRowChanged: blank = ""

    DeskHeading {
        width: parent.width
        text: Words.say("policy." + hand.row)
        note: Words.say("rules.touch")
    }
    SaidSentence {
        width: parent.width
        hand: hand.blank
        parts: hand.blanks.map(field => ({
                    key: field,
                    around: Words.say("rules.part." + field),
                    called: Words.say("rules." + field),
                    value: hand.valueOf(field) || Words.say("rules.value_none")
                }))
        onTaken: key => hand.blank = hand.blank === key ? "" : key
    }
    StepPad {
        visible: hand.blank !== ""
        width: parent.width
        height: Dense.primary
        value: hand.valueOf(hand.blank)
        unit: hand.blank === "" ? "" : Words.say("rules." + hand.blank)
        small: 1
        large: hand.large[hand.blank] ?? 5
        onStepped: by => hand.stepped(hand.blank, by)
    }
    DeskHeading {
        visible: hand.screen.changed.length > 0
        width: parent.width
        text: Words.say("rules.would")
        note: Words.say("rules.promised")
    }
    Flow {
        width: parent.width
        spacing: Theme.s3
        Repeater {
            model: hand.screen.changed
            ChangedLine {
                required property var modelData
                label: Words.say("rules." + modelData.field)
                before: modelData.before || Words.say("rules.value_none")
                after: modelData.after || Words.say("rules.value_none")
            }
        }
    }
    Consequence {
        width: parent.width
        lines: hand.screen.changed.length === 0 ? [] : hand.screen.met.length === 0 ? [Words.say("rules.met.nobody")] : hand.screen.met.map(one => Words.say("rules.met." + one.what, {
                count: one.count
            }))
        reasons: hand.screen.reasons
        well: hand.screen.saved ? Words.say("rules.saved") : ""
    }
    WhyRow {
        id: reason
        visible: hand.screen.changed.length > 0
        width: parent.width
        across: !Theme.wide ? 2 : Words.upright ? 5 : 3
        whys: ["asked_for", "from_above", "trial", "mistake", "other"].map(why => ({
                    key: why,
                    text: Words.say("rules.why." + why)
                }))
        button: Words.say("rules.save")
        onKept: (why, said) => hand.kept(why, said)
    }
}
