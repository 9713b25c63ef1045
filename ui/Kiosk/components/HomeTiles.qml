import QtQuick
import Kiosk

// What one comes for besides books in the hand: a title, a class; and the way in without a card.
Item {
    id: tiles
    property bool row: false               // side by side
    signal find
    signal programme
    signal noCard
    readonly property real half: (width - Theme.s3) / 2
    readonly property real third: (width - 2 * Theme.s3) / 3
    ActionTile {
        width: tiles.row ? tiles.third : tiles.half
        height: parent.height
        main: true
        icon: "search"
        text: Words.say("home.find")
        note: Words.say("home.find_how")
        onPressed: tiles.find()
    }
    ActionTile {
        x: tiles.row ? tiles.third + Theme.s3 : tiles.half + Theme.s3
        width: tiles.row ? tiles.third : tiles.half
        height: tiles.row ? parent.height : (parent.height - Theme.s3) / 2
        icon: "class"
        text: Words.say("home.programme")
        note: tiles.row || Theme.wide ? "" : Words.say("home.programme_how")
        onPressed: tiles.programme()
    }
    ActionTile {
        x: tiles.row ? 2 * (tiles.third + Theme.s3) : tiles.half + Theme.s3
        y: tiles.row ? 0 : height + Theme.s3
        width: tiles.row ? tiles.third : tiles.half
        height: tiles.row ? parent.height : (parent.height - Theme.s3) / 2
        icon: "card"
        text: Words.say("home.no_card")
        note: tiles.row || Theme.wide ? "" : Words.say("home.no_card_how")
        onPressed: tiles.noCard()
    }
}
