pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// The books of this visit; without a card, the books that wait for one. In care mode: one book at a time.
KioskPage {
    id: page
    required property Bridge bridge
    required property var rows
    required property var waiting
    required property var shelf
    required property int most
    required property int mayTake
    required property var fresh
    required property var notices
    required property var cards
    required property bool batch
    readonly property bool single: care && signedIn && rows.length > 0 && !!last.row
    desk: bridge

    upper: [
        Loader {
            anchors.fill: parent
            sourceComponent: !page.signedIn ? guest : page.single ? one : page.care ? none : count
        }
    ]
    lower: [
        Loader {
            anchors.fill: parent
            sourceComponent: !page.signedIn ? waitingList : page.single ? oneBelow : list
        }
    ]

    Component {
        id: count
        BasketCount {
            shelf: page.shelf
            most: page.most
            mayTake: page.mayTake
            batch: page.batch
        }
    }
    Component {
        id: guest
        ScanStep {
            heading: page.waiting.length > 0 ? Words.say("basket.card_next") : Words.say("basket.card_first")
            text: page.waiting.length > 0 ? Words.say("basket.card_next_why") : Words.say("basket.card_first_why")
            side: page.bridge.machine.scannerSide
            camera: page.bridge.machine.camera
            stacked: page.wide
        }
    }
    Component {
        id: none
        ScanStep {
            heading: Words.say("basket.none")
            text: Words.say("basket.none_how")
            side: page.bridge.machine.scannerSide
            camera: page.bridge.machine.camera
            stacked: page.wide
        }
    }
    Component {
        id: one
        CareBook {
            book: last.row.book
            told: [Words.say("basket.lent_nth", {
                    number: page.rows.length - last.at
                }), last.row.card && Words.say("basket.on_card", {
                    name: last.row.card
                })].filter(line => line).join("\n")
        }
    }
    Component {
        id: list
        BasketList {
            rows: page.rows
            fresh: page.fresh ?? ""
            notices: page.notices
            mayTake: page.mayTake
            cards: page.cards
            side: page.bridge.machine.scannerSide
            camera: page.bridge.machine.camera
            onUndo: loan => page.bridge.undo(loan)
            onRecord: page.bridge.record()
            onFind: page.bridge.finder.open("letters")
            onReceipt: page.bridge.receipt()
            onFinish: page.bridge.finish()
        }
    }
    Component {
        id: waitingList
        WaitingList {
            books: page.waiting
            side: page.bridge.machine.scannerSide
            onLeave: page.bridge.back()
        }
    }
    Component {
        id: oneBelow
        CareLoan {
            readonly property var next: page.cards.find(card => card.active)
            due: last.row.due
            text: next ? Words.say("basket.next_card_care", {
                name: next.name
            }) : Words.say("basket.totals", {
                count: Math.max(page.shelf.length, page.most - page.mayTake),
                left: page.mayTake
            })
            notices: page.notices
            buttons {
                first: Words.say("basket.undo_care")
                firstIcon: "undo"
                second: page.rows.length > 1 ? Words.say("basket.before_care") : ""
                secondIcon: "back"
                main: Words.say("basket.finish_care")
                mainIcon: "check"
                onFirstPressed: page.bridge.undo(last.row.loan)
                onSecondPressed: last.at = (last.at + 1) % page.rows.length
                onMainPressed: page.bridge.finish()
            }
        }
    }
    // which book care mode shows, the newest first
    Turner {
        id: last
        rows: page.rows
    }
}
