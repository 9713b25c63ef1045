pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// Staff: the hold shelf as it should stand, and what nobody fetched and goes back to its place.
KioskPage {
    id: page
    required property Bridge bridge
    required property var rows
    required property bool over
    required property int kept
    required property int toPutBack
    desk: bridge
    tab: "titles"
    reach: Theme.header + Theme.gate * 0.36

    upper: [
        Column {
            y: Theme.s4
            width: parent.width
            spacing: Theme.s1
            Serif {
                width: parent.width
                text: Words.say(page.over ? "hold_shelf.over" : "hold_shelf.kept")
                px: Theme.heading
            }
            Sans {
                visible: !page.care
                width: parent.width
                text: Words.say(page.over ? "hold_shelf.over_how" : "hold_shelf.kept_how")
                color: Theme.inkSoft
                wrapMode: Text.Wrap
                em: Theme.close
            }
        }
    ]
    lower: [
        Rectangle {
            visible: !page.wide
            width: parent.width
            height: Theme.s0
            color: Theme.dutyFill
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
            model: page.rows
            delegate: BookRow {
                required property var modelData
                required property int index
                width: roll.width
                book: modelData.book
                told: page.over ? modelData.shelf : modelData.name + " · " + modelData.numberTail
                tone: page.over ? Theme.pine : Theme.inkSoft
                fact: !page.over && modelData.until ? Words.date(modelData.until) : ""
                why: !page.over && modelData.until ? Words.say("hold_shelf.until") : ""
                button: page.over ? "" : Words.say("hold_shelf.cancel")
                onUndo: page.bridge.duty.cancelKept(modelData.hold)
                onFocused: roll.show(index)
            }
        },
        Sans {
            visible: page.rows.length === 0
            y: Theme.s5
            width: parent.width
            text: Words.say(page.over ? "hold_shelf.over_none" : "hold_shelf.kept_none")
            px: Theme.lead
            wrapMode: Text.Wrap
        },
        ButtonRow {
            id: ways
            anchors.bottom: parent.bottom
            width: parent.width
            abreast: true
            first: Words.say("hold_shelf.back")
            main: page.over ? Words.say("hold_shelf.to_kept", {
                count: page.kept
            }) : Words.say("hold_shelf.to_over", {
                count: page.toPutBack
            })
            mainKind: "pine"
            onFirstPressed: page.bridge.back()
            onMainPressed: page.bridge.duty.holdShelf(!page.over)
        }
    ]
}
