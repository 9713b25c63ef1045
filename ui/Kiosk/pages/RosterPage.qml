pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// Staff: the room as it fills. Touch a seat, touch what is so: it is put right with its reason.
KioskPage {
    id: page
    required property Bridge bridge
    required property var session
    required property var seats
    required property var standby
    required property var counts
    required property var others
    required property var chosen
    required property string revealed
    readonly property string key: session?.session ?? ""
    readonly property bool unsettled: counts.unsettled > 0
    readonly property bool several: others.length > 1 && !chosen
    desk: bridge
    tab: "classes"
    reach: Theme.header + Theme.roster
    Timer {
        running: page.revealed !== ""
        interval: Theme.revealed
        onTriggered: page.bridge.duty.rosters.take(page.key, page.chosen.member)
    }

    upper: [
        Loader {
            active: !!page.session
            anchors.fill: parent
            sourceComponent: RosterHead {
                session: page.session
                counts: page.counts
                standby: page.standby
            }
        },
        Serif {
            visible: !page.session
            y: Theme.s4
            width: parent.width
            text: Words.say("roll.none")
            wrapMode: Text.Wrap
            px: Theme.heading
        }
    ]
    lower: [
        ChoiceChips {
            id: evenings
            visible: page.several
            y: Theme.s1
            width: parent.width
            most: Theme.care ? 2 : 4
            choices: page.others.slice(0, most).map(session => ({
                        key: session.session,
                        text: session.when.starts + " " + session.title,
                        chosen: session.session === page.key
                    }))
            onPicked: session => page.bridge.duty.rosters.open(session)
        },
        Item {
            anchors {
                top: page.several ? evenings.bottom : parent.top
                topMargin: Theme.s2
                bottom: ways.top
                bottomMargin: Theme.s2
            }
            width: parent.width
            SeatPlan {
                visible: !page.chosen
                anchors.fill: parent
                seats: page.seats.concat(page.standby)
                onPicked: member => page.bridge.duty.rosters.take(page.key, member)
            }
            Loader {
                active: !!page.chosen
                anchors.fill: parent
                sourceComponent: RosterHand {
                    seat: page.chosen
                    revealed: page.revealed
                    onCorrected: why => page.bridge.duty.rosters.correct(page.key, page.chosen.member, why)
                    onStepped: by => page.bridge.duty.rosters.addMinutes(page.key, page.chosen.member, by)
                    onShown: page.bridge.duty.rosters.reveal(page.key, page.chosen.member)
                }
            }
        },
        ButtonRow {
            id: ways
            anchors.bottom: parent.bottom
            width: parent.width
            abreast: true
            first: Words.say("roll.back")
            second: page.chosen || !page.session || page.unsettled ? "" : Words.say("roll.sheet")
            main: page.chosen || !page.session ? "" : page.unsettled ? Words.say("roll.settle", {
                count: page.counts.unsettled
            }) : Words.say("roll.graduates")
            mainKind: page.unsettled ? "primary" : "plain"
            onFirstPressed: page.chosen ? page.bridge.duty.rosters.open(page.key) : page.bridge.back()
            onSecondPressed: page.bridge.duty.rosters.printSheet(page.key)
            onMainPressed: page.unsettled ? page.bridge.duty.rosters.settleExits(page.key) : page.bridge.duty.diplomas.open(page.session.course, "completion", "")
        }
    ]
}
