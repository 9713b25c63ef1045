pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// 借阅规则: every row a sentence; the one in hand beside it, with whom a change would meet; and how it came to be so.
StaffPage {
    id: page
    required property Bridge bridge
    required property var rows
    required property string chosen
    required property var blanks
    required property var changed
    required property var met
    required property bool saved
    required property bool history
    required property var versions
    required property var reasons
    readonly property bool alone: !wide && (chosen !== "" || history)
    desk: bridge
    tab: "more"
    title: Words.say("doors.rules")
    note: Words.say("rules.who_decides")
    needs: Math.max(list.height, side.height) + 2 * Dense.gap
    onKeyed: key => {
        if (key === "Esc")
            page.alone ? bridge.duty.house.rules("", false) : bridge.duty.tab("more");
        else if (key === "Enter")
            (side.item as RuleHand)?.keep();
        else
            (side.item as RuleHand)?.choose(key);
    }
    tools: [
        DeskButton {
            visible: page.alone
            text: Words.say("rules.all")
            onPressed: page.bridge.duty.house.rules("", false)
        },
        DeskButton {
            visible: !page.alone
            text: Words.say(page.history ? "rules.now" : "rules.history")
            onPressed: page.bridge.duty.house.rules("", !page.history)
        }
    ]
    body: [
        Column {
            id: list
            visible: !page.alone
            y: Dense.gap
            width: page.wide ? page.bodyWidth * 0.34 : page.bodyWidth
            Repeater {
                model: page.rows
                LedgerRow {
                    required property var modelData
                    width: list.width
                    text: Words.say("policy." + modelData.policy)
                    note: Words.say(modelData.kind ? "rules.row_kind" : "rules.row", {
                        loans: modelData.loansMax,
                        days: modelData.loanDays,
                        renewals: modelData.renewalsMax
                    })
                    fact: Words.say(modelData.kind ? "rules.copies" : "rules.members", {
                        count: modelData.kind ? modelData.copies : modelData.members
                    })
                    chosen: page.chosen === modelData.policy
                    onPressed: page.bridge.duty.house.rules(modelData.policy, false)
                }
            }
        },
        Loader {
            id: side
            y: Dense.gap
            x: page.wide ? list.width + Dense.margin : 0
            width: page.bodyWidth - x
            active: page.wide || page.alone
            sourceComponent: page.history ? past : page.chosen === "" ? none : hand
        }
    ]
    Component {
        id: none
        Column {
            spacing: Theme.s3
            DeskHeading {
                width: parent.width
                text: Words.say("rules.choose")
            }
            Consequence {
                width: parent.width
                lines: ["kind", "tier", "rest", "promised"].map(part => Words.say("rules.how." + part))
                reasons: []
            }
        }
    }
    Component {
        id: past
        RuleHistory {
            versions: page.versions
            onWanted: version => page.bridge.duty.house.ruleBack(version)
        }
    }
    Component {
        id: hand
        RuleHand {
            screen: page
            onStepped: (field, by) => page.bridge.duty.house.ruleStep(field, by)
            onKept: (why, said) => page.bridge.duty.house.ruleSave(why, said)
        }
    }
}
