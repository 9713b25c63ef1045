import QtQuick
import Kiosk

// One of the two ticks: where it is kept, and who has confirmed it.
Row {
    id: tick
    required property string text
    property bool done: true
    spacing: Theme.s2
    Icon {
        id: mark
        y: words.lineHeight / 2 - height / 2
        name: tick.done ? "check" : "clock"
        color: tick.done ? Theme.sheetPine : Theme.sheetSoft
        size: Theme.icon
        weight: tick.done ? 4.5 : 3
    }
    Sans {
        id: words
        width: tick.width - mark.width - tick.spacing
        text: tick.text
        wrapMode: Text.Wrap
        strong: tick.done
        color: tick.done ? Theme.sheetPine : Theme.sheetSoft
        px: Theme.care ? Theme.body : Theme.lead
        em: Theme.close
    }
}
