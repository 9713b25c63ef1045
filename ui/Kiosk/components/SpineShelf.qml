pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// The allowance as a shelf: what is taken stands, what may still be taken is a gap; of many places, the last few.
Item {
    id: shelf
    required property var books
    required property int most
    readonly property int room: 6
    property int held: books.length        // `books` may be only the last of them
    readonly property int first: most > room ? Math.max(0, Math.min(held - room + 1, most - room)) : 0
    readonly property int places: Math.min(room, Math.max(most, held))
    readonly property var heights: [0.92, 1, 0.84, 0.9, 0.96]
    readonly property real each: (width - Theme.s2 * (places - 1)) / Math.max(1, places)
    Row {
        anchors.bottom: board.top
        spacing: Theme.s2
        Repeater {
            model: shelf.places
            BookSpine {
                required property int index
                readonly property int place: shelf.first + index
                anchors.bottom: parent?.bottom
                width: Math.floor(shelf.each)
                height: Math.round((shelf.height - board.height * 3) * (book ? shelf.heights[place % 5] : 0.84))
                book: shelf.books[place - shelf.held + shelf.books.length] ?? null
                number: place + 1
            }
        }
    }
    Rectangle {
        id: board
        anchors {
            bottom: parent.bottom
            bottomMargin: Theme.s1
        }
        x: -Theme.s2
        width: parent.width + 2 * Theme.s2
        height: Theme.s0
        color: Theme.ink
    }
    Rectangle {
        anchors.bottom: parent.bottom
        x: -Theme.s2
        width: parent.width + 2 * Theme.s2
        height: Theme.s0 / 2
        color: Theme.gold
    }
}
