pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// What is in hand at the counter: the book scanned last, what stops it, a line to be written, or what to scan first.
Loader {
    id: hand
    required property string way
    required property bool writes      // somebody's own words are asked for
    required property var stopped
    required property var pile
    required property var paper
    required property bool person
    required property var slipRows
    property string said
    signal picked(string why)
    signal told(string field, string text)
    onWritesChanged: said = ""
    sourceComponent: writes ? oneLine : stopped ? stop : way === "paper" ? paperLine : way === "slip" ? slip : pile.length > 0 && way !== "day" ? newest : nothing
    Component {
        id: newest
        PileNewest {
            row: hand.pile[0]
        }
    }
    Component {
        id: stop
        PileStop {
            stopped: hand.stopped
            onPicked: why => hand.picked(why)
        }
    }
    Component {
        id: oneLine
        OneLine {
            title: Words.say(hand.way === "damage" ? "counter.damage_of" : "counter.say_why")
            how: Words.say(hand.way === "damage" ? "counter.damage_how" : "counter.why_how")
            onSaidChanged: hand.said = said
        }
    }
    Component {
        id: paperLine
        PaperLine {
            paper: hand.paper
            onTold: (field, text) => hand.told(field, text)
        }
    }
    Component {
        id: slip
        SlipShown {
            rows: hand.slipRows
        }
    }
    Component {
        id: nothing
        NobodyYet {
            person: hand.person
        }
    }
}
