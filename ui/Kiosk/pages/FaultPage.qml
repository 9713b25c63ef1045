pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// Something is broken: what is safe, and the two numbers that the librarian needs.
KioskPage {
    id: page
    required property Bridge bridge
    required property string code
    required property string device    // none: the whole kiosk rests
    readonly property bool rests: device === ""
    desk: bridge

    upper: [
        Column {
            y: page.wide ? Theme.s5 : Theme.s6
            width: parent.width
            spacing: Theme.s3
            Serif {
                width: parent.width
                text: Words.say(page.rests ? "fault.rest_heading" : "fault.step_heading")
                px: Theme.display
                wrapMode: Text.Wrap
            }
            Sans {
                width: parent.width
                text: Words.say("fault.safe")
                px: Theme.lead
                color: Theme.pine
                strong: true
                wrapMode: Text.Wrap
            }
            Sans {
                width: parent.width
                text: Words.say(page.rests ? "fault.rest_next" : "fault.step_next")
                px: Theme.lead
                wrapMode: Text.Wrap
            }
        }
    ]
    lower: [
        Rectangle {
            id: rule
            width: parent.width
            height: Theme.rule
            color: Theme.ochre
        },
        Column {
            anchors {
                top: rule.bottom
                topMargin: Theme.s4
            }
            width: parent.width
            spacing: Theme.s3
            Sans {
                text: Words.say("fault.tell")
                width: parent.width
                px: Theme.body
                color: Theme.inkSoft
                wrapMode: Text.Wrap
            }
            Figure {
                text: page.code
                px: Theme.hero
            }
            Sans {
                visible: page.device !== ""
                text: Words.say("fault.device", {
                    device: page.device
                })
                px: Theme.lead
            }
        },
        ButtonRow {
            anchors.bottom: parent.bottom
            width: parent.width
            first: Words.say(page.rests ? "fault.rest_back" : "fault.step_back")
            main: Words.say("refusal.call")
            mainIcon: "bell"
            onFirstPressed: page.bridge.back()
            onMainPressed: page.bridge.aside.callStaff()
        }
    ]
}
