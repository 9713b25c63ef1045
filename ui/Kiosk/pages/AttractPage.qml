pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// Nobody is here: the window, the time, and the way in. The touch that wakes it presses nothing.
KioskPage {
    id: page
    required property Bridge bridge
    required property var notice
    desk: bridge
    feet: false
    turns: false
    clock: false
    reach: height

    ground: [
        Pressable {
            anchors.fill: parent
            name: Words.say("attract.wake")
            focusGap: -Theme.s2
            onPressed: page.bridge.wake()
        }
    ]
    upper: [
        ScanPoster {
            id: poster
            y: page.wide ? Theme.s4 : Theme.s5
            width: parent.width
            height: page.wide ? parent.height - how.height - Theme.s4 * 3 : parent.height * 0.47
            side: page.bridge.machine.scannerSide
            camera: page.bridge.machine.camera
            slim: true
            words: Words.say(page.bridge.machine.desk ? "scan.headline_desk" : "scan.headline")
        },
        Sans {
            id: how
            anchors {
                top: poster.bottom
                topMargin: Theme.s4
            }
            width: parent.width
            text: Words.say("scan.sentence_" + (page.bridge.machine.desk ? "desk" : page.bridge.machine.scannerSide))
            wrapMode: Text.Wrap
            px: Theme.lead
        },
        Loader {
            active: !page.wide
            anchors {
                top: how.bottom
                bottom: parent.bottom
            }
            width: parent.width
            sourceComponent: day
        }
    ]
    lower: [
        Loader {
            active: page.wide
            anchors.fill: parent
            anchors.leftMargin: Theme.s5
            sourceComponent: day
        }
    ]

    // the maintenance door: nothing shows it, and no short touch opens it
    Item {
        width: Theme.s6
        height: Theme.s6
        TapHandler {
            longPressThreshold: Theme.held
            onLongPressed: page.bridge.duty.upkeep.door()
        }
    }
    Component {
        id: day
        Day {
            frame: page.bridge.frame
            notice: page.notice
        }
    }
}
