pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// A slip of what was done, with a code that tells of it later. Portrait: one sheet; landscape: the slip and its code.
KioskPage {
    id: page
    required property Bridge bridge
    required property string code
    required property var lines
    required property var confirmed
    required property bool later
    required property string calendar
    property bool noting: false        // the due days for a phone, in place of the slip's own code
    // in portrait the slip is as long as what it tells
    readonly property int room: height - foot - ways.height - Theme.slipCode
    desk: bridge
    reach: Math.min(room, Theme.header + Theme.s4 + list.implicitHeight + Theme.s3)

    ground: [
        PaperSlip {
            x: Theme.margin - Theme.s2
            y: Theme.s3
            width: (page.wide ? page.crease - Theme.s4 - Theme.margin : page.width - 2 * Theme.margin) + 2 * Theme.s2
            height: page.wide ? parent.height - y - Theme.s3 : page.reach + Theme.slipCode - Theme.header - y - Theme.s2
        },
        PaperSlip {
            visible: page.wide
            x: page.crease
            y: Theme.s3
            width: page.width - x - Theme.margin + Theme.s2
            height: parent.height - y - ways.height - Theme.s3
        }
    ]
    upper: [
        SlipList {
            id: list
            anchors {
                fill: parent
                leftMargin: Theme.s3
                rightMargin: Theme.s3
                topMargin: Theme.s4
                bottomMargin: page.wide ? Theme.s5 : Theme.s3
            }
            lines: page.lines
            later: page.later
            frame: page.bridge.frame
        }
    ]
    lower: [
        Tear {
            visible: !page.wide
            x: -Theme.s2
            width: parent.width + 2 * Theme.s2
        },
        SlipCode {
            x: Theme.s3
            y: page.wide ? Theme.s2 : Theme.s1
            width: parent.width - 2 * x
            height: page.wide ? ways.y - Theme.s4 - y : Theme.slipCode - Theme.s4 - y
            rows: page.bridge.modules(page.noting ? page.calendar : page.code)
            noting: page.noting
            confirmed: page.confirmed
            later: page.later
        },
        ButtonRow {
            id: ways
            anchors.bottom: parent.bottom
            width: parent.width
            abreast: true
            first: Words.say("receipt.back")
            second: page.calendar === "" ? "" : Words.say(page.noting ? "receipt.code_again" : "receipt.calendar")
            onSecondPressed: page.noting = !page.noting
            main: Words.say("receipt.finish")
            mainIcon: "check"
            onFirstPressed: page.bridge.back()
            onMainPressed: page.bridge.finish()
        }
    ]
}
