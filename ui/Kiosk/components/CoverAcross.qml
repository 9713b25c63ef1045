import QtQuick
import Kiosk

// Titles with Latin words are set across.
Item {
    id: binding
    required property BookCover cover
    readonly property real u: cover.u
    Rectangle {
        x: 10 * binding.u
        y: 10 * binding.u
        width: 80 * binding.u
        height: Math.max(1, 1.5 * binding.u)
        color: Theme.slip
    }
    CoverPane {
        u: binding.u
        x: 52 * u
        y: 90 * u
    }
    Serif {
        x: 10 * binding.u
        y: 16 * binding.u
        width: 82 * binding.u
        Accessible.ignored: true
        text: binding.cover.title
        wrapMode: Text.Wrap
        maximumLineCount: 4
        elide: Text.ElideRight
        color: Theme.slip
        px: 17 * binding.u
        spread: 0
        em: 1.25
    }
    CoverAuthor {
        cover: binding.cover
        x: 10 * binding.u
        anchors {
            bottom: parent.bottom
            bottomMargin: 7 * binding.u
        }
        width: 80 * binding.u
    }
}
