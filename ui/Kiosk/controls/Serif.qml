import QtQuick
import Kiosk

// Titles, numbers, dates.
Text {
    property real px: Theme.title
    property real spread: Words.upright ? Theme.loose : 0 // letter spacing, em
    property real em: Theme.serifed   // line height
    color: Theme.ink
    font.family: Theme.serif
    font.pixelSize: px
    font.weight: Font.Bold
    font.letterSpacing: px * spread
    lineHeightMode: Text.FixedHeight
    lineHeight: Math.round(px * em)
    font.features: Words.upright ? ({}) : ({
            pwid: 1
        })
    textFormat: Text.PlainText
    Accessible.role: Accessible.StaticText
    Accessible.name: text
}
