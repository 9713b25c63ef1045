pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// A hold was placed; or it is noted, and waits for a card.
KioskPage {
    id: page
    required property Bridge bridge
    required property var book
    required property var pickup
    required property var hold
    required property int position
    required property int copies
    required property bool provisional
    required property int keptDays
    required property var halls
    readonly property bool placed: !!hold
    desk: bridge
    reach: Theme.header + Theme.coverPage * 1.42 + Theme.s5 * 2

    upper: [
        BookHead {
            anchors.fill: parent
            book: page.book
            over: page.placed ? (page.provisional ? Words.say("reserved.provisional") : Words.say("reserved.done")) : Words.say("reserved.card_next")
            overTone: Theme.pine
            overStrong: true
            heading: Words.say("refusal.book", {
                title: page.book.title
            })
            text: page.placed ? copiesInAll : Words.say("reserved.card_next_why")
            // Large type leaves no room for what is good to know but not needed.
            readonly property string copiesInAll: page.care ? "" : Words.say("reserved.copies", {
                count: page.copies
            })
        }
    ]
    lower: [
        Hairline {
            visible: !page.wide
            width: parent.width
        },
        Column {
            id: told
            y: page.wide ? 0 : Theme.s3
            width: parent.width
            spacing: Theme.s2
            Serif {
                visible: page.placed
                width: parent.width
                text: Words.say(page.provisional ? "reserved.place_provisional" : "reserved.place", {
                    position: page.position
                })
                wrapMode: Text.Wrap
                color: Theme.vermilion
                px: page.care || page.wide ? Theme.heading : Theme.display
            }
            Sans {
                width: parent.width
                text: Words.say("reserved.pickup", {
                    hall: page.pickup.name
                })
                strong: true
                wrapMode: Text.Wrap
                px: Theme.lead
                em: Theme.close
            }
            Sans {
                width: parent.width
                text: Words.say("reserved.kept", {
                    days: page.keptDays
                })
                color: Theme.inkSoft
                wrapMode: Text.Wrap
                px: Theme.lead
                em: Theme.close
            }
            HallChoice {
                visible: !page.care && page.halls.length > 0
                width: parent.width
                halls: page.halls
                onPicked: hall => page.bridge.finder.fetchAt(hall)
            }
        },
        ScanHint {
            visible: !page.placed
            anchors {
                horizontalCenter: parent.horizontalCenter
                bottom: ways.top
                bottomMargin: Theme.s4
            }
            width: height * 1.1
            height: Math.min(page.wide ? Theme.shelf : Theme.shelfWidth, ways.y - told.y - told.height - Theme.s4 - Theme.s3)
            side: page.bridge.machine.scannerSide
            camera: page.bridge.machine.camera
        },
        ButtonRow {
            id: ways
            anchors.bottom: parent.bottom
            width: parent.width
            first: page.placed ? Words.say("reserved.undo") : ""
            firstIcon: "undo"
            onFirstPressed: page.bridge.undo(page.hold)
            main: page.placed ? Words.say("reserved.good") : Words.say("reserved.back")
            mainIcon: page.placed ? "check" : "back"
            mainKind: page.placed ? "primary" : "plain"
            onMainPressed: page.placed ? page.bridge.goOn() : page.bridge.back()
        }
    ]
}
