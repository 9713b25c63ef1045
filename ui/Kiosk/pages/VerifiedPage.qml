pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// What a scanned certificate is worth, and what its signature vouches for, large enough to compare with the paper.
KioskPage {
    id: page
    required property Bridge bridge
    required property string verdict
    required property var facts
    required property var reasons
    required property bool listedHere
    // in large print a reason takes the room of what is least needed to compare, or stands beside it
    readonly property int told: care && !wide && reasons.length > 0 ? 4 : lines.length
    readonly property bool beside: care && wide && !!facts
    readonly property bool good: verdict === "valid"
    readonly property var lines: facts ? [[Words.say("verified.name"), facts.name], [Words.say("verified.course"), facts.course], [Words.say("verified.hours"), Words.say("verified.hours_of", {
                    hours: facts.hours
                })], [Words.say("verified.issuer"), facts.issuer], [Words.say("verified.issued"), facts.issuedOn], [Words.say("verified.number"), facts.number]] : []
    desk: bridge
    reach: Theme.header + Theme.s6 * 3

    upper: [
        Column {
            width: parent.width
            topPadding: Theme.wide ? Theme.s3 : Theme.s4
            spacing: Theme.s2
            Serif {
                width: parent.width
                text: Words.say("verified." + page.verdict)
                wrapMode: Text.Wrap
                color: page.good ? Theme.pine : Theme.ochre
                px: Theme.heading
            }
            Sans {
                width: parent.width
                text: Words.say(page.facts ? "verified.compare" : "verified.believe_not")
                wrapMode: Text.Wrap
                px: Theme.body
                em: Theme.close
            }
            Sans {
                visible: !!page.facts && !page.care
                width: parent.width
                text: Words.say(page.listedHere ? "verified.listed" : "verified.unlisted_how")
                wrapMode: Text.Wrap
                color: Theme.inkSoft
                px: Theme.caption
                em: Theme.close
            }
            Repeater {
                model: page.beside ? page.reasons.slice(0, 1) : []
                Sans {
                    required property var modelData
                    width: parent?.width ?? 0
                    text: modelData.facts + "\n" + modelData.next
                    wrapMode: Text.Wrap
                    strong: true
                    topPadding: Theme.s2
                    px: Theme.body
                    em: Theme.close
                }
            }
        }
    ]
    lower: [
        Rectangle {
            id: rule
            width: parent.width
            height: Theme.rule
            color: page.good ? Theme.pine : Theme.ochre
        },
        Column {
            id: compared
            anchors {
                top: rule.bottom
                topMargin: Theme.s2
            }
            width: parent.width
            spacing: Theme.s1
            Repeater {
                model: page.lines.slice(0, page.told)
                Item {
                    id: fact
                    required property var modelData
                    width: compared.width
                    height: Math.max(label.height, told.height)
                    Sans {
                        id: label
                        anchors.verticalCenter: parent.verticalCenter
                        width: Theme.who
                        text: fact.modelData[0]
                        color: Theme.inkSoft
                        px: Theme.caption
                        em: Theme.close
                        elide: Text.ElideRight
                    }
                    Serif {
                        id: told
                        anchors {
                            left: label.right
                            leftMargin: Theme.s2
                            right: parent.right
                        }
                        text: fact.modelData[1]
                        wrapMode: Text.Wrap
                        maximumLineCount: 2
                        elide: Text.ElideRight
                        px: Theme.wide || page.care ? Theme.lead : Theme.section
                    }
                }
            }
        },
        ReasonList {
            visible: page.reasons.length > 0 && !page.beside
            anchors {
                top: compared.bottom
                topMargin: page.facts ? Theme.s2 : 0
                bottom: ways.top
            }
            width: parent.width
            turner: false
            reasons: page.reasons.slice(0, 1)
        },
        ButtonRow {
            id: ways
            anchors.bottom: parent.bottom
            width: parent.width
            abreast: true
            main: Words.say("verified.back")
            mainKind: "pine"
            onMainPressed: page.bridge.back()
        }
    ]
}
