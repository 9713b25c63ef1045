pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// Staff: the database was damaged and is mended; what is there again, and what is not. Read once.
KioskPage {
    id: page
    required property Bridge bridge
    required property string day
    required property int kept
    required property int missing
    required property bool endKnown
    required property int namesLost
    required property string aside
    required property string backup
    desk: bridge
    tab: "more"
    reach: Theme.header + Theme.gate + (care ? Theme.s6 : 0)

    upper: [
        Column {
            y: page.care ? Theme.s3 : page.wide ? Theme.s4 : Theme.s5
            width: parent.width
            spacing: Theme.s3
            Serif {
                width: parent.width
                text: Words.say("mended.heading")
                wrapMode: Text.Wrap
                px: Theme.heading
            }
            Sans {
                width: parent.width
                text: Words.say(page.backup === "" ? "mended.alone" : "mended.with_backup", {
                    date: Words.date(page.day)
                })
                wrapMode: Text.Wrap
                color: Theme.inkSoft
                px: Theme.lead
                em: Theme.close
            }
            Figure {
                text: page.kept
                px: page.care ? Theme.display : Theme.hero
            }
            Sans {
                width: parent.width
                text: Words.say("mended.kept")
                wrapMode: Text.Wrap
                strong: true
                color: Theme.pine
                px: Theme.lead
                em: Theme.close
            }
        }
    ]
    lower: [
        Column {
            y: Theme.s3
            width: parent.width
            spacing: Theme.s3
            Rectangle {
                width: parent.width
                height: Theme.rule
                color: page.missing > 0 || page.namesLost > 0 ? Theme.ochre : Theme.pine
            }
            Repeater {
                model: [Words.say(page.missing > 0 ? "mended.missing" : "mended.none_missing", {
                        missing: page.missing
                    }), page.endKnown ? "" : Words.say("mended.end_unknown"), page.namesLost > 0 ? Words.say("mended.names", {
                        names: page.namesLost
                    }) : "", Words.say("mended.aside")].filter(line => line !== "")
                Sans {
                    required property string modelData
                    width: parent?.width ?? 0
                    text: modelData
                    wrapMode: Text.Wrap
                    px: Theme.lead
                    em: Theme.close
                }
            }
            Sans {
                width: parent.width
                text: page.aside
                wrapMode: Text.WrapAnywhere
                color: Theme.inkSoft
                px: Theme.caption
                em: Theme.close
            }
        },
        ButtonRow {
            anchors.bottom: parent.bottom
            width: parent.width
            main: Words.say("mended.read")
            mainKind: "pine"
            onMainPressed: page.bridge.duty.upkeep.read()
        }
    ]
}
