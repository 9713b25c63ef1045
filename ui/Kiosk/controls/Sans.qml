import QtQuick
import Kiosk

// Text to be read or pressed.
Text {
    property real px: Theme.body
    property real spread: 0           // letter spacing, em
    property real em: Theme.roomy     // line height
    property bool strong: false
    color: Theme.ink
    font.family: Theme.sans
    font.pixelSize: px
    font.weight: strong ? Font.Bold : Font.Normal
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
