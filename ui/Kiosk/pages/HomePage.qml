pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// Somebody touched the screen: what can be done here, and how.
KioskPage {
    id: page
    required property Bridge bridge
    desk: bridge
    reach: Theme.header + Theme.window + Theme.s4 * 2

    upper: [
        ScanPoster {
            y: Theme.s4
            width: parent.width
            height: page.wide && page.care ? parent.height - below.height - Theme.s3 * 3 : Theme.window
            side: page.bridge.machine.scannerSide
            camera: page.bridge.machine.camera
            slim: page.wide
        },
        Sans {
            visible: page.wide && !page.care
            anchors {
                bottom: parent.bottom
                bottomMargin: Theme.s3
            }
            width: parent.width
            text: Words.say("scan.sentence_" + page.bridge.machine.scannerSide)
            wrapMode: Text.Wrap
            px: Theme.label
        },
        Loader {
            id: below
            active: page.wide && page.care
            anchors {
                bottom: parent.bottom
                bottomMargin: Theme.s3
            }
            width: parent.width
            sourceComponent: doors
        }
    ]
    lower: [
        HowList {
            y: page.wide ? Theme.s3 : 0
            width: parent.width
            least: Math.min(Theme.how, (parent.height - quiet.height - Theme.s4 - y) / 3)
        },
        Loader {
            id: quiet
            active: !page.wide || !page.care
            anchors {
                bottom: parent.bottom
                bottomMargin: page.wide ? Theme.s3 : Theme.s4
            }
            width: parent.width
            sourceComponent: doors
        }
    ]

    Component {
        id: doors
        HomeDoors {
            onNoCard: page.bridge.noCard()
            onPractice: page.bridge.practice()
            onHelp: page.bridge.help()
        }
    }
}
