pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// A sheet on its way to paper: what the printer does, where to take it, and that nothing is lost if it stops.
KioskPage {
    id: page
    required property Bridge bridge
    required property string purpose
    required property string number
    required property string way
    required property string job
    required property string reason
    required property string place
    required property string elsewhere
    required property int ahead
    required property int reprint
    required property var certificate
    required property var whyNot
    required property bool staff
    required property int sheets
    required property int out
    required property string at
    readonly property bool over: way === "done"
    readonly property bool moves: ["drawing", "queued", "printing"].includes(way)
    readonly property bool asks: ["jammed", "doubtful"].includes(way)   // only a person can see whether it came out
    readonly property bool told: !["", "new", "no_paper", "jam", "closed"].includes(reason)
    desk: bridge
    reach: Theme.header + Theme.s3 * 2 + (wide ? 0 : (width - 2 * Theme.margin) / 1.414)

    upper: [
        CertificatePane {
            visible: !!page.certificate
            anchors {
                fill: parent
                topMargin: Theme.s3
                bottomMargin: Theme.s2
            }
            certificate: page.certificate ?? ({
                    page: "landscape",
                    lines: [],
                    title: "",
                    subtitle: "",
                    name: "",
                    greeting: "",
                    number: "",
                    numberLabel: "",
                    issuer: "",
                    issued: "",
                    sample: false
                })
        },
        Serif {
            visible: !page.certificate
            y: Theme.s5
            width: parent.width
            text: Words.say("printing.purpose." + page.purpose)
            wrapMode: Text.Wrap
            px: Theme.display
        }
    ]
    lower: [
        PrintSteps {
            id: steps
            y: page.wide ? 0 : Theme.s2
            width: parent.width
            names: [Words.say("certificate.step_look"), Words.say("certificate.step_print"), Words.say("certificate.step_take")]
            at: page.over ? 2 : 1
            stopped: !page.moves && !page.over
        },
        PrinterPlate {
            id: plate
            visible: !page.care
            anchors {
                top: steps.bottom
                topMargin: Theme.s4
            }
            width: Theme.wide ? Theme.plate : Theme.plate * 1.1
            empty: !page.moves && !page.over
            out: page.over ? 1 : page.way === "printing" ? 0.55 : 0
        },
        Column {
            anchors {
                top: steps.bottom
                topMargin: page.care ? Theme.s3 : Theme.s4
                left: plate.visible ? plate.right : parent.left
                leftMargin: plate.visible ? Theme.s4 : 0
                right: parent.right
            }
            spacing: Theme.s2
            Serif {
                width: parent.width
                text: page.way === "drawing" ? Words.say("certificate.drawing") : Words.say("printing.way." + page.way)
                wrapMode: Text.Wrap
                color: page.moves || page.over ? Theme.ink : Theme.ochre
                px: Theme.heading
            }
            Sans {
                width: parent.width
                text: page.whyNot.length > 0 ? page.whyNot[0].text + " " + page.whyNot[0].facts : page.over && page.place !== "" ? Words.say("printing.take", {
                    place: page.place
                }) : page.way === "drawing" ? Words.say("certificate.drawing_how") : Words.say("printing.next." + page.way)
                wrapMode: Text.Wrap
                maximumLineCount: 3
                elide: Text.ElideRight
                px: Theme.body
                em: Theme.close
            }
            FactLines {
                width: parent.width
                px: Theme.note
                lines: [page.sheets > 1 ? Words.say(page.over ? "printing.sheets_out" : "printing.sheets", {
                        count: page.sheets,
                        out: page.out
                    }) : "", page.at !== "" && !page.over ? Words.say("printing.at", {
                        number: page.at
                    }) : "", page.told ? Words.say("printing.why." + page.reason) : "", page.moves && page.ahead > 0 ? Words.say("printing.ahead", {
                        ahead: page.ahead
                    }) : "", !page.moves && !page.over && page.elsewhere !== "" ? Words.say("printing.elsewhere", {
                        elsewhere: page.elsewhere
                    }) : ""].filter(line => line !== "").slice(0, page.care ? 1 : 3)
            }
        },
        Rectangle {
            visible: !page.over && page.whyNot.length === 0 && ["certificate", "batch"].includes(page.purpose)
            anchors {
                bottom: ways.top
                bottomMargin: Theme.s3
            }
            width: parent.width
            height: Theme.strip
            color: Theme.ochreTint
            Label {
                anchors {
                    fill: parent
                    leftMargin: Theme.s3
                    rightMargin: Theme.s3
                }
                text: Words.say("certificate.safe")
                px: Theme.body
            }
        },
        ButtonRow {
            id: ways
            anchors.bottom: parent.bottom
            width: parent.width
            abreast: true
            first: page.asks ? Words.say("printing.printed") : page.over || page.job === "" || page.way === "cancelled" ? "" : Words.say("printing.cancel")
            second: page.asks && !page.care ? Words.say("printing.retry") : ""
            main: page.over ? Words.say("certificate.taken") : Words.say(page.staff || page.asks || page.way === "cancelled" || page.whyNot.length > 0 ? "certificate.back" : "certificate.leave")
            mainIcon: page.over ? "check" : ""
            mainKind: page.over ? "primary" : "pine"
            onFirstPressed: page.bridge.papers.decide(page.asks ? "printed" : "cancel")
            onSecondPressed: page.bridge.papers.decide("retry")
            onMainPressed: page.bridge.papers.leave()
        }
    ]
}
