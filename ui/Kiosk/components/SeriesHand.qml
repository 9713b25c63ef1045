pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// The blank that is in hand: words are typed or chosen, numbers and days go up and down.
Item {
    id: hand
    required property string blank
    required property string value
    required property var said
    required property var earlier
    readonly property var words: ({
            title: "title",
            teacher: "teacher",
            room: "room"
        })
    readonly property var steps: ({
            time: [15, 60],
            length: [10, 30],
            first: [1, 4],
            count: [1, 5],
            last: [1, 4],
            seats: [1, 10]
        })
    readonly property bool typed: words[blank] !== undefined
    signal written(string field, string text)
    signal stepped(string field, int by)

    function key(event: var) {
        (face.item as TextBlank)?.key(event);
    }
    Loader {
        id: face
        anchors.fill: parent
        sourceComponent: hand.blank === "" ? null : hand.typed ? letters : hand.steps[hand.blank] ? numbers : choices
    }
    Component {
        id: letters
        TextBlank {
            value: hand.value
            called: Words.say("series.called_" + hand.blank)
            earlier: [...new Set(hand.earlier.map(course => course[hand.blank]).filter(word => word !== ""))]
            onWritten: text => hand.written(hand.blank, text)
        }
    }
    Component {
        id: numbers
        Column {
            topPadding: Theme.s3
            spacing: Theme.s2
            Sans {
                text: Words.say("series.called_" + hand.blank) + " · " + Words.say("series.by_unit", {
                    unit: Words.say("series.unit_" + hand.blank)
                })
                color: Theme.inkSoft
                px: Theme.body
                em: Theme.close
            }
            StepPad {
                width: hand.width
                value: hand.value
                unit: Words.say("series.unit_" + hand.blank)
                small: hand.steps[hand.blank][0]
                large: hand.steps[hand.blank][1]
                onStepped: by => hand.stepped(hand.blank, by)
            }
        }
    }
    Component {
        id: choices
        Column {
            topPadding: Theme.s3
            ChoiceChips {
                width: hand.width
                most: hand.blank === "kind" && !Theme.care ? 4 : Theme.care ? 3 : 7
                choices: hand.blank === "kind" ? ["class", "lecture", "show", "exercise", "weekend", "salon", "match"].map(kind => ({
                            key: kind,
                            text: Words.say("kind." + kind),
                            chosen: kind === hand.said.kind
                        })) : Words.table["format.day"].map((day, n) => ({
                            key: String(n + 1),
                            text: day,
                            chosen: hand.said.weekdays.includes(String(n + 1))
                        }))
                onPicked: key => hand.written(hand.blank === "kind" ? "kind" : "weekday", key)
            }
        }
    }
}
