pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// What each thing is and how it goes. In care mode: one thing at a time.
KioskPage {
    id: page
    required property Bridge bridge
    readonly property var ways: [
        {
            name: "borrow",
            icon: "book"
        },
        {
            name: "return",
            icon: "giveback"
        },
        {
            name: "offline",
            icon: "kiosk"
        },
        {
            name: "staff",
            icon: "desk"
        }
    ]
    readonly property var all: ["card", "label", "window"].map(name => ({
                name: name,
                icon: name
            })).concat(ways)
    desk: bridge
    reach: care ? Math.round(height * Theme.reach) : Theme.header + Theme.gate + Theme.s5

    upper: [
        Loader {
            anchors.fill: parent
            sourceComponent: page.care ? picture : things
        }
    ]
    lower: [
        Loader {
            anchors {
                top: parent.top
                bottom: leave.top
            }
            width: parent.width
            sourceComponent: page.care ? words : list
        },
        ButtonRow {
            id: leave
            anchors.bottom: parent.bottom
            width: parent.width
            first: Words.say("help.back")
            second: page.care ? Words.say("help.next") : ""
            secondIcon: "next"
            main: Words.say("help.practice")
            mainIcon: "steps"
            onFirstPressed: page.bridge.back()
            onSecondPressed: shown.at = (shown.at + 1) % page.all.length
            onMainPressed: page.bridge.practice()
        }
    ]

    Component {
        id: things
        Item {
            Serif {
                id: heading
                y: page.wide ? Theme.s2 : Theme.s3
                text: Words.say("help.heading")
                px: Theme.heading
            }
            HelpPlates {
                anchors {
                    top: heading.bottom
                    topMargin: page.wide ? Theme.s1 : Theme.s2
                }
                width: parent.width
                side: page.bridge.machine.scannerSide
            }
        }
    }
    Component {
        id: list
        HelpList {
            things: page.ways
            least: Theme.howLow
        }
    }
    Component {
        id: picture
        HelpThing {
            anchors {
                fill: parent
                topMargin: Theme.s4
                bottomMargin: Theme.s4
            }
            thing: shown.row.icon
            side: page.bridge.machine.scannerSide
        }
    }
    Component {
        id: words
        HelpOne {
            name: shown.row.name
            side: page.bridge.machine.scannerSide
            place: Words.say("help.nth", {
                number: shown.at + 1,
                count: page.all.length
            })
        }
    }
    Turner {
        id: shown
        rows: page.all
        keep: true
    }
}
