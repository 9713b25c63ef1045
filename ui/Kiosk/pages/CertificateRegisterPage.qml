pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// Staff: every certificate ever given, found by the letters of a name or by number; printed again, replaced, revoked.
KioskPage {
    id: page
    required property Bridge bridge
    required property string typed
    required property string leading
    required property var rows
    required property int count
    required property var chosen
    required property var certificate
    required property string revealed
    required property var whyNot
    property bool typing: typed !== ""
    property string why                    // the reason to revoke it
    property bool ending: false            // it is to be revoked
    readonly property bool pictured: !!chosen && !ending
    readonly property string number: chosen?.number ?? ""
    desk: bridge
    tab: "classes"
    reach: Theme.header + (chosen && !ending && !wide ? Theme.s3 * 2 + (width - 2 * Theme.margin) / 1.414 : Theme.roster)
    onChosenChanged: {
        why = "";
        ending = false;
    }
    Keys.onPressed: event => panel.key(event)
    Component.onCompleted: forceActiveFocus()
    Timer {
        running: page.revealed !== ""
        interval: Theme.revealed
        onTriggered: page.bridge.duty.diplomas.see(page.typed, page.number)
    }

    upper: [
        Loader {
            active: page.pictured
            anchors {
                fill: parent
                topMargin: Theme.s3
                bottomMargin: Theme.s2
            }
            sourceComponent: CertificatePane {
                certificate: page.certificate
            }
        },
        Column {
            visible: !page.pictured
            y: page.wide ? Theme.s4 : Theme.s3
            width: parent.width
            spacing: Theme.s1
            Serif {
                width: parent.width
                text: page.chosen ? page.number : Words.say("register.heading")
                px: Theme.heading
            }
            Sans {
                width: parent.width
                text: page.chosen ? Words.say("register.revoke") : page.count === 0 ? Words.say(page.typed === "" ? "register.empty" : "register.none") : Words.say("register.count", {
                    count: page.count
                })
                color: Theme.inkSoft
                wrapMode: Text.Wrap
                maximumLineCount: 2
                elide: Text.ElideRight
                px: Theme.body
                em: Theme.close
            }
        }
    ]
    lower: [
        RegisterList {
            visible: !page.chosen
            anchors {
                top: parent.top
                topMargin: Theme.s1
                bottom: page.typing ? panel.top : ways.top
                bottomMargin: Theme.s2
            }
            width: parent.width
            rows: page.chosen ? [] : page.rows
            onPicked: number => page.bridge.duty.diplomas.see(page.typed, number)
        },
        RegisterFinder {
            id: panel
            visible: page.typing && !page.chosen
            anchors {
                bottom: ways.top
                bottomMargin: Theme.s2
            }
            width: parent.width
            typed: page.typed
            leading: page.leading
            onFound: text => page.bridge.duty.diplomas.find(text)
        },
        Loader {
            active: !!page.chosen
            anchors {
                top: parent.top
                bottom: ways.top
                bottomMargin: Theme.s2
            }
            width: parent.width
            sourceComponent: page.ending ? end : hand
        },
        ButtonRow {
            id: ways
            anchors.bottom: parent.bottom
            width: parent.width
            abreast: true
            first: Words.say("graduates.back")
            main: !page.chosen ? Words.say(page.typing ? "register.see" : "register.find") : page.ending ? Words.say("register.revoke_do") : page.chosen.state === "valid" ? Words.say(page.chosen.printed > 0 ? "register.reprint" : "register.print") : ""
            mainKind: page.chosen ? "primary" : "pine"
            ready: !page.ending || page.why !== ""
            onFirstPressed: {
                if (page.ending)
                    page.ending = false;
                else if (page.chosen)
                    page.bridge.duty.diplomas.find(page.typed);
                else
                    page.bridge.duty.diplomas.open("", "completion", "");
            }
            onMainPressed: {
                if (!page.chosen)
                    page.typing = !page.typing;
                else if (page.ending)
                    page.bridge.duty.diplomas.revoke(page.number, page.why, note.text);
                else
                    page.bridge.duty.diplomas.printOne(page.number);
            }
        }
    ]
    QtObject {
        id: note
        property string text
    }
    Component {
        id: hand
        RegisterHand {
            row: page.chosen
            whyNot: page.whyNot
            revealed: page.revealed
            onShown: page.bridge.duty.diplomas.showName(page.typed, page.number)
            onReplaced: page.bridge.duty.diplomas.supersede(page.number)
            onEnding: {
                note.text = "";
                page.ending = true;
            }
            onSeen: number => page.bridge.duty.diplomas.see("", number)
        }
    }
    Component {
        id: end
        RegisterEnd {
            why: page.why
            onPicked: why => page.why = why
            onWritten: text => note.text = text
        }
    }
}
