import QtQuick
import Kiosk

// How a session stands, for this member and for everybody, in words.
Sans {
    required property var row
    property bool now: false               // it goes on at this moment
    readonly property bool closed: row.state === "full" || row.state === "cancelled" || row.state === "past"
    text: row.state === "cancelled" ? Words.say("programme.cancelled") : now ? Words.say("programme.now") : row.mine !== "" ? Words.say("programme.mine_" + row.mine) : row.state === "upcoming" ? Words.say("programme.seats", {
        free: row.free
    }) : Words.say("programme." + row.state)
    strong: true
    color: now ? Theme.vermilion : row.mine === "waiting" || row.mine === "requested" || (closed && row.mine === "") || row.state === "cancelled" ? Theme.ochre : Theme.pine
    em: Theme.close
}
