pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// Staff 导入书目: the lists that were found, the newest first.
KioskPage {
    id: page
    required property Bridge bridge
    required property var files
    desk: bridge
    tab: "titles"
    reach: Theme.header + Theme.gate * (Theme.care ? 0.7 : 0.5)

    upper: [
        Column {
            y: Theme.s4
            width: parent.width
            spacing: Theme.s1
            Serif {
                width: parent.width
                text: Words.say("import.heading")
                color: Theme.duty
                px: Theme.heading
            }
            Serif {
                width: parent.width
                text: Words.say("import.choose")
                px: Theme.section
            }
            Sans {
                width: parent.width
                text: Words.say("import.choose_how")
                color: Theme.inkSoft
                wrapMode: Text.Wrap
                em: Theme.close
            }
        }
    ]
    lower: [
        Sans {
            visible: page.files.length === 0
            y: Theme.s4
            width: parent.width
            text: Words.say("import.none")
            wrapMode: Text.Wrap
            px: Theme.lead
        },
        Roll {
            id: roll
            anchors {
                top: parent.top
                topMargin: Theme.s1
                bottom: ways.top
                bottomMargin: Theme.s3
            }
            width: parent.width
            model: page.files
            delegate: ImportFileRow {
                required property var modelData
                required property int index
                width: roll.width
                file: modelData
                onPressed: page.bridge.duty.look(modelData.name, modelData.place)
                onActiveFocusChanged: if (activeFocus) {
                    roll.show(index);
                }
            }
        },
        ButtonRow {
            id: ways
            anchors.bottom: parent.bottom
            width: parent.width
            abreast: true
            first: Words.say("import.back")
            main: Words.say("import.again")
            mainKind: "pine"
            onFirstPressed: page.bridge.back()
            onMainPressed: page.bridge.duty.imports()
        }
    ]
}
