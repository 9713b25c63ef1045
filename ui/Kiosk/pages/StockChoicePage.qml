pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// Staff 盘点: what is to be counted, and why the last choice did not begin.
KioskPage {
    id: page
    required property Bridge bridge
    required property var scopes
    required property var reasons
    desk: bridge
    tab: "titles"
    reach: Theme.header + Theme.gate * (Theme.care ? 0.66 : 0.46)

    upper: [
        Column {
            y: Theme.s4
            width: parent.width
            spacing: Theme.s1
            Serif {
                text: Words.say("count.heading")
                color: Theme.duty
                px: Theme.heading
            }
            Serif {
                width: parent.width
                text: Words.say("count.choose")
                wrapMode: Text.Wrap
                px: Theme.section
            }
            Sans {
                width: parent.width
                text: Words.say("count.choose_how")
                color: Theme.inkSoft
                wrapMode: Text.Wrap
                em: Theme.close
            }
        }
    ]
    lower: [
        Column {
            id: why
            width: parent.width
            Repeater {
                model: page.reasons
                ReasonNote {
                    required property var modelData
                    width: why.width
                    reason: modelData
                }
            }
        },
        Roll {
            id: roll
            anchors {
                top: why.bottom
                topMargin: Theme.s1
                bottom: ways.top
                bottomMargin: Theme.s3
            }
            width: parent.width
            model: page.scopes
            delegate: CountScope {
                required property var modelData
                required property int index
                width: roll.width
                scope: modelData
                onPressed: page.bridge.duty.beginStocktake(modelData.room, modelData.classMark)
                onActiveFocusChanged: if (activeFocus) {
                    roll.show(index);
                }
            }
        },
        ButtonRow {
            id: ways
            anchors.bottom: parent.bottom
            width: parent.width
            main: Words.say("count.back")
            mainKind: "pine"
            onMainPressed: page.bridge.back()
        }
    ]
}
