import QtQuick
import Kiosk

// The end of a stock-take: what it will do, that it is doing it, and what came of it.
Column {
    id: end
    required property string stage       // asking, closing, closed
    required property int seen
    required property int unseen
    spacing: Theme.s2
    Serif {
        width: parent.width
        text: Words.say(end.stage === "asking" ? "count.ask" : end.stage === "closing" ? "count.closing" : "count.closed")
        wrapMode: Text.Wrap
        color: end.stage === "closed" ? Theme.pine : Theme.ink
        px: Theme.heading
    }
    Sans {
        width: parent.width
        text: end.stage === "closing" ? Words.say("count.closing_how") : Words.say(end.stage === "closed" ? "count.closed_how" : end.unseen > 0 ? "count.ask_left" : "count.ask_none", {
            seen: end.seen,
            left: end.unseen
        })
        wrapMode: Text.Wrap
        px: Theme.lead
        em: Theme.close
    }
}
