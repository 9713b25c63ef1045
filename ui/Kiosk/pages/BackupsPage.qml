pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// Whoever looks after the machine: the backups, newest first; a chosen one says what it would bring back, and what it would not.
KioskPage {
    id: page
    required property Bridge bridge
    required property var rows
    required property var chosen
    required property int holds
    required property int now
    readonly property bool good: holds > 0
    desk: bridge
    tab: "more"
    reach: Theme.header + Theme.roster

    upper: [
        Column {
            y: page.wide ? Theme.s4 : Theme.s3
            width: parent.width
            spacing: Theme.s2
            Serif {
                width: parent.width
                text: Words.say(page.chosen ? "backups.chosen" : "backups.heading")
                wrapMode: Text.Wrap
                px: Theme.heading
            }
            Sans {
                width: parent.width
                text: Words.say(page.chosen ? "backups.chosen_how" : page.rows.length ? "backups.how" : "backups.none")
                color: Theme.inkSoft
                wrapMode: Text.Wrap
                px: Theme.body
                em: Theme.close
            }
        }
    ]
    lower: [
        Roll {
            id: roll
            visible: !page.chosen
            anchors {
                top: parent.top
                topMargin: Theme.s1
                bottom: ways.top
                bottomMargin: Theme.s2
            }
            width: parent.width
            model: page.rows
            ahead: 0
            delegate: PersonLine {
                required property var modelData
                required property int index
                width: roll.width
                name: Words.date(modelData.day) + " " + modelData.time
                about: Words.say("backups.proved")
                fact: modelData.megabytes + " MB"
                button: Words.say("backups.look")
                onPressed: page.bridge.duty.upkeep.choose(modelData.name)
                onFocused: roll.show(index)
            }
        },
        Column {
            visible: !!page.chosen
            width: parent.width
            topPadding: Theme.s3
            spacing: Theme.s3
            Serif {
                width: parent.width
                text: page.chosen ? Words.date(page.chosen.day) + " " + page.chosen.time : ""
                wrapMode: Text.Wrap
                px: Theme.display
            }
            Sans {
                width: parent.width
                text: Words.say(page.good ? "backups.holds" : "backups.unread", {
                    holds: page.holds,
                    now: page.now
                })
                wrapMode: Text.Wrap
                strong: true
                color: page.good ? Theme.ink : Theme.ochre
                px: Theme.lead
                em: Theme.close
            }
            Sans {
                visible: page.good
                width: parent.width
                text: Words.say("backups.lost", {
                    less: Math.max(0, page.now - page.holds)
                })
                wrapMode: Text.Wrap
                px: Theme.body
                em: Theme.close
            }
            Sans {
                visible: page.good
                width: parent.width
                text: Words.say("backups.kept")
                wrapMode: Text.Wrap
                color: Theme.pine
                px: Theme.body
                em: Theme.close
            }
        },
        ButtonRow {
            id: ways
            anchors.bottom: parent.bottom
            width: parent.width
            abreast: true
            first: page.chosen ? Words.say("backups.other") : ""
            main: Words.say(page.chosen && page.good ? "backups.restore" : "backups.back")
            mainKind: page.chosen && page.good ? "primary" : "pine"
            onFirstPressed: page.bridge.duty.upkeep.choose("")
            onMainPressed: {
                if (page.chosen && page.good)
                    page.bridge.duty.upkeep.restore(page.chosen.name);
                else
                    page.bridge.duty.upkeep.look();
            }
        }
    ]
}
