pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// One person: everything that is still missing, and what may be noted of the work.
Item {
    id: hand
    required property var graduate
    required property string revealed
    readonly property bool ready: graduate.state === "earned"
    readonly property int pages: reasons.pages
    signal marked(string mark)
    signal shown

    function turn() {
        reasons.turn();
    }
    NameShown {
        id: who
        y: Theme.wide ? 0 : Theme.s2
        width: parent.width
        name: hand.graduate.name
        revealed: hand.revealed
        about: Words.say("roll.tail", {
            tail: hand.graduate.numberTail
        }) + " · " + Words.say("graduates.hours", {
            hours: hand.graduate.hours,
            came: hand.graduate.came,
            sessions: hand.graduate.sessions
        })
        onShown: hand.shown()
    }
    Column {
        anchors {
            top: who.bottom
            topMargin: Theme.s2
        }
        visible: hand.ready
        width: parent.width
        spacing: Theme.s1
        Serif {
            width: parent.width
            text: Words.say("graduates.ready")
            wrapMode: Text.Wrap
            color: Theme.pine
            px: Theme.section
        }
        Sans {
            width: parent.width
            text: Words.say("graduates.issue_how")
            wrapMode: Text.Wrap
            color: Theme.inkSoft
            px: Theme.body
            em: Theme.close
        }
    }
    ReasonList {
        id: reasons
        visible: !hand.ready
        anchors {
            top: who.bottom
            bottom: marks.top
        }
        width: parent.width
        turner: false
        each: Theme.care ? 1 : Theme.wide ? 2 : 3
        reasons: hand.graduate.state === "missing" ? hand.graduate.reasons : []
    }
    ChoiceChips {
        id: marks
        anchors.bottom: parent.bottom
        width: parent.width
        most: 2
        choices: ["handed_in", "passed"].map(mark => ({
                    key: mark,
                    text: Words.say(hand.graduate.mark === mark ? "graduates.marked" : "graduates.mark_" + mark, {
                        mark: Words.say("graduates.mark_" + mark)
                    }),
                    chosen: hand.graduate.mark === mark
                }))
        onPicked: mark => hand.marked(mark)
    }
}
