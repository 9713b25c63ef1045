pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// The same book, seen from the shelf. Without a book: the place that it would take.
Rectangle {
    id: spine
    property var book: null
    property int number: 0
    readonly property string title: book?.short ?? ""
    readonly property bool latin: /[A-Za-z]{4,}/.test(title)
    readonly property int room: 9          // more letters could not be read
    readonly property var letters: Array.from(title)
    readonly property string upright: letters.length > room ? letters.slice(0, room - 1).join("") + "…" : title
    color: book ? Theme.clothOf(book.classLetter) : Theme.clear
    Repeater {
        model: spine.book ? [14, 22, spine.height - 78, spine.height - 16] : []
        Rectangle {
            required property real modelData
            y: modelData
            width: spine.width
            height: 2
            color: Theme.sheetLine
        }
    }
    Upright {
        visible: spine.book !== null && !spine.latin
        words: visible ? spine.upright : ""
        color: Theme.slip
        anchors {
            horizontalCenter: parent.horizontalCenter
            top: parent.top
            topMargin: 38
        }
        px: Math.max(1, Math.min(spine.width * 0.52, (spine.height - 130) / Math.min(spine.room, Math.max(1, spine.letters.length)) / 1.14))
    }
    Figure {
        visible: spine.latin
        x: spine.width / 2 + height / 2
        y: 38
        width: spine.height - 130
        transformOrigin: Item.TopLeft
        rotation: 90
        text: spine.title
        elide: Text.ElideRight
        color: Theme.slip
        px: Math.max(1, Math.min(spine.width * 0.4, Theme.lead))
    }
    Figure {
        visible: spine.book !== null
        anchors {
            horizontalCenter: parent.horizontalCenter
            bottom: parent.bottom
            bottomMargin: 28
        }
        text: spine.book?.classLetter ?? ""
        color: Theme.slip
        px: Theme.note
    }
    Dashes {
        visible: spine.book === null
        anchors.fill: parent
    }
    Figure {
        visible: spine.book === null
        anchors.centerIn: parent
        text: spine.number
        color: Theme.inkFaint
        px: Theme.lead
    }
}
