pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// The first run on a bare machine: one thing a page; what is passed over says what follows from it.
KioskPage {
    id: page
    required property Bridge bridge
    required property string step
    required property int at
    required property var steps
    required property var blanks
    required property var proofs
    required property int scans
    required property string lacks
    required property bool maySkip
    required property var skipped
    required property var wrong
    required property bool working
    required property string staff
    required property string pin
    required property string card
    property string hand                   // the blank that is being filled in
    readonly property bool done: step === "done"
    readonly property int wanted: step === "scanner" ? 5 : 0
    readonly property string code: step === "scanner" ? "HALL-KIOSK-TEST-0123456789" : card
    readonly property var filled: blanks.find(blank => blank.key === hand)
    readonly property string chosen: blanks.find(blank => blank.key === "printers.certificates")?.value ?? ""
    desk: bridge
    feet: false
    Keys.onPressed: event => (face.item as TextBlank)?.key(event)
    Component.onCompleted: forceActiveFocus()
    onStepChanged: hand = ""

    ground: [
        WizardPath {
            id: path
            x: Theme.margin
            y: Theme.s1
            width: page.width - 2 * Theme.margin
            steps: page.steps
            at: page.at
            skipped: page.skipped
        }
    ]
    upper: [
        Column {
            id: said
            y: path.height + Theme.s3
            width: parent.width
            spacing: Theme.s2
            Serif {
                width: parent.width
                text: Words.say("wizard.title." + page.step)
                wrapMode: Text.Wrap
                px: Theme.heading
            }
            Sans {
                width: parent.width
                text: Words.say(page.working && page.done ? "wizard.working" : page.working && ["printer", "camera", "hub"].includes(page.step) ? "wizard.looking" : "wizard.how." + page.step)
                wrapMode: Text.Wrap
                color: Theme.inkSoft
                px: Theme.body
                em: Theme.close
            }
        },
        Loader {
            active: page.code !== ""
            anchors {
                top: said.bottom
                topMargin: Theme.s3
                bottom: parent.bottom
                bottomMargin: Theme.s3
                horizontalCenter: parent.horizontalCenter
            }
            width: Math.min(parent.width, height)
            sourceComponent: Rectangle {
                color: Theme.sheet
                Lattice {
                    anchors.fill: parent
                    rings: 2
                    step: Theme.s2
                    stroke: 3
                    color: Theme.ink
                }
                QrCode {
                    anchors {
                        fill: parent
                        margins: Theme.s4
                    }
                    rows: page.bridge.modules(page.code)
                    quiet: 4
                }
                Accessible.role: Accessible.Graphic
                Accessible.name: Words.say("wizard.title." + page.step)
            }
        },
        Loader {
            active: page.step === "heights" && page.wide && !page.care
            anchors {
                top: said.bottom
                topMargin: Theme.s4
                bottom: parent.bottom
                bottomMargin: Theme.s3
            }
            width: parent.width
            sourceComponent: MachineHeights {
                screen: null
                slots: ({
                        scanner: Number(page.blanks[1].value),
                        printer: Number(page.blanks[2].value)
                    })
            }
        }
    ]
    lower: [
        Flickable {
            id: asked
            visible: page.hand === ""
            y: page.wide ? path.height + Theme.s3 : Theme.s2
            width: parent.width
            height: ways.y - y - Theme.s2
            contentHeight: questions.height
            interactive: contentHeight > height + 1
            boundsBehavior: Flickable.StopAtBounds
            clip: interactive
            Column {
                id: questions
                width: asked.width
                spacing: Theme.s3
                Repeater {
                    model: page.blanks
                    WizardAsked {
                        required property var modelData
                        width: questions.width
                        blank: modelData
                        onTaken: page.hand = modelData.key
                        onWritten: text => page.bridge.duty.upkeep.answer(modelData.key, text)
                    }
                }
                BigButton {
                    visible: page.chosen !== "" || page.step === "sound"
                    width: parent.width * 0.6
                    height: Theme.touch
                    text: Words.say(page.step === "sound" ? "wizard.hear" : "wizard.test_page")
                    icon: page.step === "sound" ? "" : "printer"
                    onPressed: page.step === "sound" ? page.bridge.answered("done") : page.bridge.duty.upkeep.tryPage()
                }
                WizardProofs {
                    width: parent.width
                    proofs: page.proofs
                    scans: page.scans
                    wanted: page.wanted
                    wrong: page.wrong
                }
                WizardEnd {
                    visible: page.done && page.staff !== ""
                    width: parent.width
                    staff: page.staff
                    pin: page.pin
                    skipped: page.skipped
                }
            }
        },
        Loader {
            id: face
            active: page.hand !== ""
            anchors {
                fill: asked
            }
            sourceComponent: TextBlank {
                value: page.filled?.value ?? ""
                called: Words.say("wizard.called." + page.hand.replace(".", "_"))
                earlier: []
                onWritten: text => page.bridge.duty.upkeep.answer(page.hand, text)
            }
        },
        ButtonRow {
            id: ways
            anchors.bottom: parent.bottom
            width: parent.width
            abreast: true
            first: page.hand === "" && page.at > 0 && !page.done ? Words.say("wizard.back") : ""
            second: page.hand === "" && page.maySkip && !page.done ? Words.table["wizard.skip." + page.step] ?? "" : ""
            visible: !(page.done && page.working)
            main: page.hand !== "" ? Words.say("series.good") : page.lacks !== "" ? Words.say("wizard.lacks." + page.lacks.replace(".", "_"), {
                count: page.wanted - page.scans
            }) : Words.say(page.done ? "wizard.finish" : page.step === "librarian" ? "wizard.make" : "wizard.next")
            mainKind: page.hand !== "" ? "pine" : "primary"
            ready: page.hand !== "" || page.lacks === ""
            onFirstPressed: page.bridge.duty.upkeep.stepBack()
            onSecondPressed: page.bridge.duty.upkeep.passOver()
            onMainPressed: {
                if (page.hand !== "")
                    page.hand = "";
                else
                    page.bridge.duty.upkeep.stepOn();
            }
        }
    ]
    // nothing can be chosen any more, and nothing is there yet
    Pressable {
        visible: page.done && page.working
        anchors.fill: parent
        name: Words.say("wizard.working")
        focusGap: -Theme.s2
    }
    DutyFrame {
        anchors.fill: parent
        share: 1
        tone: Theme.ink
    }
}
