import QtQuick
import Kiosk

// A number or a date, and what it stands for.
Column {
    id: total
    required property string text
    required property string fact
    property color tone: Theme.ink
    Figure {
        text: total.fact
        px: Theme.heading
        color: total.tone
    }
    Sans {
        text: total.text
        px: Theme.note
        color: Theme.inkSoft
        em: 1.3
    }
}
