import QtQuick
import Kiosk

// 日月: a disc, risen differently for each book.
Item {
    id: binding
    required property BookCover cover
    readonly property real u: cover.u
    Rectangle {
        width: (74 + binding.cover.seed % 5 * 6) * binding.u
        height: width
        radius: width / 2
        x: -width * 0.34
        y: binding.height - width * (0.86 - binding.cover.seed % 3 * 0.1)
        color: Theme.slip
        opacity: 0.24
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: 15 * binding.u
        color: Qt.darker(binding.cover.cloth, 1.22)
    }
    CoverTitle {
        anchors {
            right: parent.right
            top: parent.top
            margins: 10 * binding.u
        }
        words: binding.cover.title
        u: binding.u
        room: 108 * u
        most: 27 * u
    }
    CoverAuthor {
        cover: binding.cover
        x: 9 * binding.u
        anchors {
            bottom: parent.bottom
            bottomMargin: 2.6 * binding.u
        }
        width: 82 * binding.u
    }
}
