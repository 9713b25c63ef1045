pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// The blank that is in hand: words are chosen, numbers are typed, the place on the sheet goes up and down.
Item {
    id: hand
    required property string blank
    required property var choices          // [{ key, text, chosen }]; of a blank that is chosen
    required property int value            // of a blank that is a number
    required property int columns          // of the sheet
    readonly property bool typed: ["count", "first", "last"].includes(blank)
    required property string digits        // typed so far
    signal picked(string key)
    signal stepped(int by)
    signal digit(string digit)
    signal cleared
    signal rubbed
    Loader {
        anchors.fill: parent
        sourceComponent: hand.blank === "" ? null : hand.typed ? numbers : hand.blank === "startAt" ? places : words
    }
    Component {
        id: words
        Grid {
            id: grid
            readonly property bool many: hand.choices.length > 4
            columns: many ? (Theme.wide && !Theme.care ? 4 : 3) : 2
            spacing: Theme.gap
            Repeater {
                model: hand.choices
                InkTab {
                    required property var modelData
                    width: (hand.width - (grid.columns - 1) * grid.spacing) / grid.columns
                    height: grid.many ? Theme.chip : Theme.touch
                    text: modelData.text
                    chosen: modelData.chosen
                    px: grid.many ? Theme.note : Theme.label
                    onPressed: hand.picked(modelData.key)
                }
            }
        }
    }
    Component {
        id: places
        Column {
            spacing: Theme.s2
            Sans {
                width: hand.width
                text: Words.say("labels.start_how")
                color: Theme.inkSoft
                wrapMode: Text.Wrap
                px: Theme.body
                em: Theme.close
            }
            StepPad {
                width: hand.width
                value: hand.value
                unit: Words.say("labels.unit_labels")
                small: 1
                large: Math.max(2, hand.columns)
                onStepped: by => hand.stepped(by)
            }
        }
    }
    Component {
        id: numbers
        Item {
            Sans {
                id: called
                anchors.verticalCenter: line.verticalCenter
                width: parent.width * 0.6
                text: Words.say("labels.called_" + hand.blank)
                wrapMode: Text.Wrap
                px: Theme.body
                em: Theme.close
            }
            TypedDigits {
                id: line
                anchors.right: parent.right
                width: parent.width * 0.38
                digits: hand.digits
                name: called.text
            }
            KeyPad {
                anchors {
                    top: line.bottom
                    topMargin: Theme.s2
                    bottom: parent.bottom
                }
                width: parent.width
                clearText: Words.say("pin.clear")
                rubText: Words.say("pin.rub")
                onDigit: digit => hand.digit(digit)
                onClear: hand.cleared()
                onRub: hand.rubbed()
            }
        }
    }
}
