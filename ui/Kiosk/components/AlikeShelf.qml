pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// Titles that stand beside this one: covers on a board.
Item {
    id: shelf
    required property var rows
    property string heading: Words.say("title.alike")
    signal picked(string title)
    readonly property real fitting: (width - 2 * Theme.s2 - (rows.length - 1) * Theme.s2) / Math.max(1, rows.length)
    readonly property real coverWidth: Math.floor(Math.min(fitting, (height - heading.height - Theme.s2) / 1.42))
    Sans {
        id: heading
        text: shelf.heading
        strong: true
        px: Theme.note
    }
    Row {
        id: covers
        anchors.bottom: board.top
        x: Theme.s2
        spacing: Math.min(Theme.s4, (shelf.width - 2 * Theme.s2 - shelf.rows.length * shelf.coverWidth) / Math.max(1, shelf.rows.length - 1))
        Repeater {
            model: shelf.rows
            Pressable {
                id: cover
                required property var modelData
                width: shelf.coverWidth
                height: picture.height
                name: modelData.book.title
                focusGap: 0
                onPressed: shelf.picked(modelData.title)
                BookCover {
                    id: picture
                    width: parent.width
                    book: cover.modelData.book
                }
            }
        }
    }
    Rectangle {
        id: board
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.s0
        color: Theme.ink
    }
}
