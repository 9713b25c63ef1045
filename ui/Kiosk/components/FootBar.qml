import QtQuick
import Kiosk

// Always there, always in the same order; the last place is for going.
Rectangle {
    id: bar
    required property bool signedIn
    readonly property real each: width / (signedIn ? 5 : 4)
    signal care
    signal night
    signal language
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
