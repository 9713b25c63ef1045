import QtQuick
import Kiosk

// 大字: the title alone, a lattice window set into the foot.
Item {
    id: binding
    required property BookCover cover
    readonly property real u: cover.u
    CoverPane {
        u: binding.u
        x: -26 * u
        y: 84 * u
    }
    CoverTitle {
        id: title
        anchors {
            right: parent.right
            top: parent.top
            margins: 10 * binding.u
        }
        words: binding.cover.title
        u: binding.u
        room: 122 * u
        most: 29 * u
    }
    CoverAuthor {
        cover: binding.cover
        x: 9 * binding.u
        y: 9 * binding.u
        width: Math.max(binding.u, title.x - 12 * binding.u)
    }
}
