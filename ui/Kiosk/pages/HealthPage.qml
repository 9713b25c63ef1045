pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// Whoever looks after the machine: what needs somebody, with its cure; all that is well; and the tools.
KioskPage {
    id: page
    required property Bridge bridge
    required property var parts
    required property bool looking
    required property string told
    required property string file
    readonly property var troubles: parts.filter(part => part.state === "fail" || part.state === "warn")
    readonly property string heading: parts.length === 0 ? "health.looking" : troubles.length === 0 ? "health.all_well" : troubles.length === parts.length ? "health.none_well" : "health.some"
    readonly property var measured: {
        const screen = parts.find(part => part.name === "screen")?.values, slots = parts.find(part => part.name === "heights")?.values;
        return {
            screen: screen?.top ? screen : null,
            slots: slots?.scanner ? slots : null
        };
    }
    desk: bridge
    tab: "more"
    reach: Theme.header + Theme.health

    upper: [
        Column {
            id: said
            y: page.wide ? Theme.s4 : Theme.s3
            width: parent.width
            spacing: Theme.s2
            Serif {
                width: parent.width
                text: Words.say(page.heading, {
                    count: page.troubles.length
                })
                wrapMode: Text.Wrap
                px: Theme.heading
            }
            Sans {
                width: parent.width
                text: Words.say(page.told !== "" ? "health." + page.told : page.looking ? "health.looking_how" : "health.how", {
                    file: page.file
                })
                wrapMode: Text.Wrap
                strong: page.told !== ""
                color: page.told === "no_stick" ? Theme.ochre : page.told !== "" ? Theme.pine : Theme.inkSoft
                px: Theme.body
                em: Theme.close
            }
        },
        Loader {
            active: page.wide && !page.care && (!!page.measured.screen || !!page.measured.slots)
            anchors {
                top: said.bottom
                topMargin: Theme.s4
                bottom: parent.bottom
                bottomMargin: Theme.s3
            }
            width: parent.width
            sourceComponent: MachineHeights {
                screen: page.measured.screen
                slots: page.measured.slots
            }
        }
    ]
    lower: [
        ChoiceChips {
            id: tools
            y: Theme.s1
            width: parent.width
            most: page.care && !page.wide ? 2 : 4
            choices: ["backups", "clean", "take_logs", "leave"].map(tool => ({
                        key: tool,
                        text: Words.say("health.tool_" + tool),
                        chosen: false
                    }))
            onPicked: tool => page.bridge.duty.upkeep.use(tool)
        },
        Roll {
            id: roll
            anchors {
                top: tools.bottom
                topMargin: Theme.s3
                bottom: ways.top
                bottomMargin: Theme.s3
            }
            width: parent.width
            model: page.troubles
            delegate: PartTrouble {
                required property var modelData
                width: roll.width
                part: modelData
            }
            footer: PartsWell {
                width: roll.width
                parts: page.parts.filter(part => !page.troubles.includes(part))
                visible: parts.length > 0
            }
        },
        ButtonRow {
            id: ways
            anchors.bottom: parent.bottom
            width: parent.width
            abreast: true
            first: Words.say("health.back")
            main: Words.say("health.again")
            mainIcon: "renew"
            mainKind: "pine"
            ready: !page.looking
            onFirstPressed: page.bridge.back()
            onMainPressed: page.bridge.duty.upkeep.look()
        }
    ]
}
