pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// What somebody has at home, as it stands on a shelf: the day under each book, late ones in ochre. Of many, the first due.
Item {
    id: shelf
    required property var loans            // [{ book, due: { on, days } }]
    required property int most
    readonly property int room: 6
    readonly property int places: Math.min(room, Math.max(most, loans.length))
    readonly property var shown: loans.slice().sort((one, other) => one.due.days - other.due.days).slice(0, places)
    readonly property var heights: [0.94, 1, 0.86, 0.9, 0.97, 0.92]
    readonly property real each: Math.min(150, (width - Theme.s2 * (places - 1)) / Math.max(1, places))
    Row {
        id: row
        height: shelf.height - 108
        spacing: Theme.s2
        Repeater {
            model: shelf.places
            BookSpine {
                required property int index
                anchors.bottom: parent?.bottom
                width: Math.floor(shelf.each)
                height: Math.round(row.height * (book ? shelf.heights[index] : 0.82))
                book: shelf.shown[index]?.book ?? null
                number: index + 1
            }
        }
    }
    Rectangle {
        id: board
        anchors.top: row.bottom
        width: (shelf.each + row.spacing) * shelf.places - row.spacing
        height: Theme.s0
        color: Theme.ink
        Rectangle {
            y: Theme.s0 + 3
            width: parent.width
            height: 2
            color: Theme.gold
        }
    }
    Row {
        anchors {
            top: board.bottom
            topMargin: Theme.gap
        }
        spacing: row.spacing
        Repeater {
            model: shelf.shown
            Column {
                id: under
                required property var modelData
                readonly property int days: modelData.due.days
                readonly property color tone: days < 0 ? Theme.ochre : Theme.ink
                width: shelf.each
                Figure {
                    width: parent.width
                    horizontalAlignment: Text.AlignHCenter
                    fontSizeMode: Text.HorizontalFit
                    text: Words.date(under.modelData.due.on)
                    px: Dense.body + 1
                    color: under.tone
                }
                Sans {
                    width: parent.width
                    horizontalAlignment: Text.AlignHCenter
                    text: Words.say(under.days < 0 ? "member.overdue" : under.days === 0 ? "member.today" : "member.days", {
                        days: Math.abs(under.days)
                    })
                    elide: Text.ElideRight
                    px: Theme.least
                    em: Theme.close
                    color: under.days < 0 ? Theme.ochre : Theme.inkSoft
                }
            }
        }
    }
}
