pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// Books given back; one that somebody waits for goes to the hold shelf.
KioskPage {
    id: page
    required property Bridge bridge
    required property var rows
    required property var fresh
    readonly property bool waiting: rows.some(row => row.holdWaiting)
    desk: bridge
    reach: Theme.header + Theme.gate + Theme.s4 * 2

    ground: [
        GateWall {
            width: page.wide ? page.crease : page.width
            height: page.wide ? parent.height : Theme.gate + Theme.s4 * 2
        }
    ]
    upper: [
        GateWords {
            anchors.fill: parent
            text: Words.say("returned.done")
            note: Words.say("returned.count", {
                count: page.rows.length
            })
        }
    ]
    lower: [
        ReturnedList {
            visible: !page.care
            anchors {
                top: parent.top
                bottom: buttons.top
                bottomMargin: Theme.s3
            }
            width: parent.width
            rows: page.rows
            camera: page.bridge.machine.camera
            fresh: page.fresh ?? ""
            side: page.bridge.machine.scannerSide
            onUndo: returned => page.bridge.undo(returned)
        },
        ReturnedCare {
            visible: page.care
            width: parent.width
            row: page.rows[0]
        },
        ButtonRow {
            id: buttons
            anchors.bottom: parent.bottom
            width: parent.width
            first: page.care ? Words.say("returned.undo_care") : Words.say("returned.receipt")
            second: page.signedIn && !page.care ? Words.say("returned.borrow") : ""
            main: Words.say("returned.finish")
            mainIcon: "check"
            onFirstPressed: page.care ? page.bridge.undo(page.rows[0].returned) : page.bridge.receipt()
            onSecondPressed: page.bridge.basket()
            onMainPressed: page.bridge.finish()
        }
    ]
}
