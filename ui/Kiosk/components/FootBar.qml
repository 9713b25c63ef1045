import QtQuick
import Kiosk

// Always there, always in the same order; the last place is for going.
Rectangle {
    id: bar
    required property bool signedIn
    property bool lowers: false        // the screen hangs so that some of it is out of reach
    property bool low: false
    property bool voice: false
    readonly property real each: width / (5 + (signedIn ? 1 : 0) + (lowers ? 1 : 0))
    signal care
    signal night
    signal voiced
    signal language
    signal lower
    signal call
    signal end
    implicitHeight: Theme.bar
    color: Theme.sunk
    Hairline {
        width: parent.width
        color: Theme.edge
    }
    Row {
        anchors.fill: parent
        FootPlace {
            first: true
            width: bar.each
            height: bar.height
            glyph: "大"
            text: Theme.care ? Words.say("foot.standard") : Words.say("foot.care")
            chosen: Theme.care
            onPressed: bar.care()
        }
        FootPlace {
            width: bar.each
            height: bar.height
            icon: bar.voice ? "mute" : "voice"
            text: Words.say(bar.voice ? "foot.mute" : "foot.voice")
            chosen: bar.voice
            onPressed: bar.voiced()
        }
        FootPlace {
            width: bar.each
            height: bar.height
            icon: "moon"
            text: Theme.night ? Words.say("foot.light") : Words.say("foot.dark")
            chosen: Theme.night
            onPressed: bar.night()
        }
        FootPlace {
            width: bar.each
            height: bar.height
            glyph: Words.say("foot.glyph")
            text: Words.say("foot.language")
            onPressed: bar.language()
        }
        FootPlace {
            visible: bar.lowers
            width: bar.each
            height: bar.height
            icon: "down"
            text: Words.say(bar.low ? "foot.raise" : "foot.lower")
            chosen: bar.low
            onPressed: bar.lower()
        }
        FootPlace {
            width: bar.each
            height: bar.height
            icon: "bell"
            text: Words.say("foot.call")
            onPressed: bar.call()
        }
        FootPlace {
            visible: bar.signedIn
            width: bar.each
            height: bar.height
            icon: "exit"
            text: Words.say("foot.end")
            going: true
            onPressed: bar.end()
        }
    }
}
