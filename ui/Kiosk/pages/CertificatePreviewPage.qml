pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// The certificate before it is printed: the name is masked here, and the page says so.
KioskPage {
    id: page
    required property Bridge bridge
    required property var certificate
    required property int printed
    required property bool pin
    required property var whyNot
    readonly property bool holds: whyNot.length === 0
    desk: bridge
    reach: Theme.header + Theme.s3 * 2 + (wide ? 0 : (width - 2 * Theme.margin) / 1.414)

    upper: [
        CertificatePane {
            anchors {
                fill: parent
                topMargin: Theme.s3
                bottomMargin: Theme.s2
            }
            certificate: page.certificate
        }
    ]
    lower: [
        Column {
            width: parent.width
            topPadding: Theme.s3
            spacing: Theme.s2
            Serif {
                width: parent.width
                text: Words.say(page.holds ? "certificate.heading" : "certificate.heading_not")
                wrapMode: Text.Wrap
                px: Theme.heading
            }
            FactLines {
                visible: page.holds
                width: parent.width
                px: Theme.body
                lines: [Words.say("certificate.masked"), page.pin ? Words.say("certificate.pin") : "", page.printed > 0 ? Words.say("certificate.printed", {
                        count: page.printed
                    }) : ""]
            }
            ReasonList {
                visible: !page.holds
                width: parent.width
                height: ways.y - y
                turner: false
                reasons: page.whyNot
            }
        },
        ButtonRow {
            id: ways
            anchors.bottom: parent.bottom
            width: parent.width
            abreast: true
            first: page.holds ? Words.say("certificate.back") : ""
            main: page.holds ? Words.say(page.printed > 0 ? "certificate.reprint" : "certificate.print") : Words.say("certificate.back")
            mainKind: page.holds ? "primary" : "pine"
            onFirstPressed: page.bridge.papers.passport()
            onMainPressed: page.holds ? page.bridge.papers.printCertificate(page.certificate.number) : page.bridge.papers.passport()
        }
    ]
}
