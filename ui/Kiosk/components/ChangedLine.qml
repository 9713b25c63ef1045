import QtQuick
import Kiosk

// What changed: the old struck out, an arrow, the new.
Row {
    id: line
    required property string label
    required property string before
    required property string after
    spacing: Theme.s2
    Accessible.role: Accessible.StaticText
    Accessible.name: label + " " + before + " → " + after
    Sans {
        text: line.label
        color: Theme.inkSoft
        px: Dense.body
        em: Theme.close
        Accessible.ignored: true
    }
    Serif {
        text: line.before
        color: Theme.inkSoft
        font.strikeout: true
        px: Dense.body
        Accessible.ignored: true
    }
    Sans {
        text: "→"
        color: Theme.inkSoft
        px: Dense.body
        em: Theme.close
        Accessible.ignored: true
    }
    Serif {
        text: line.after
        color: Theme.pine
        px: Dense.body
        Accessible.ignored: true
    }
}
