pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// 跟我练: a card and a book by the kiosk lead through borrowing and returning; nothing is kept of it.
KioskPage {
    id: page
    required property Bridge bridge
    required property int step
    readonly property bool done: step > 2
    desk: bridge
    reach: Theme.header + Theme.gate + Theme.s4 * 2

    ground: [
        GateWall {
            visible: page.done
            width: page.wide ? page.crease : page.width
            height: page.wide ? parent.height : Theme.gate + Theme.s4 * 2
        }
    ]
    upper: [
        Loader {
            anchors {
                fill: parent
                topMargin: page.done ? 0 : Theme.s4
                bottomMargin: page.done ? 0 : parent.height - Theme.window - Theme.s4
            }
            sourceComponent: page.done ? gate : hint
        }
    ]
    lower: [
        PracticeSteps {
            id: steps
            y: page.wide ? Theme.s3 : 0
            width: parent.width
            step: page.step
        },
        Sans {
            visible: !page.done && !page.care
            anchors {
                bottom: ways.top
                bottomMargin: Theme.s3
            }
            width: parent.width
            text: Words.say("practice.trace")
            wrapMode: Text.Wrap
            color: Theme.inkSoft
            px: Theme.body
        },
        ButtonRow {
            id: ways
            anchors.bottom: parent.bottom
            width: parent.width
            abreast: true
            first: page.done ? Words.say("practice.again") : ""
            main: Words.say("practice.end")
            mainIcon: page.done ? "check" : ""
            mainKind: page.done ? "primary" : "plain"
            onFirstPressed: page.bridge.practice()
            onMainPressed: page.bridge.finish()
        }
    ]

    Component {
        id: hint
        ScanPoster {
            words: Words.say("practice.headline")
            side: page.bridge.machine.scannerSide
            camera: page.bridge.machine.camera
            slim: true
            book: page.step > 0 ? {
                title: Words.say("practice.book"),
                short: Words.say("practice.book"),
                author: "",
                classLetter: "G"
            } : null
        }
    }
    Component {
        id: gate
        GateWords {
            text: Words.say("practice.done")
            note: Words.say("practice.done_note")
        }
    }
}
