import QtQuick
import Kiosk

// A vertical line of Chinese text, punctuation turned to its vertical form.
Serif {
    required property string words
    readonly property var turned: ({
            "：": "︓",
            "（": "︵",
            "）": "︶",
            "《": "︽",
            "》": "︾",
            "—": "︱",
            "…": "︙",
            "，": "︐",
            "、": "︑"
        })
    Accessible.name: words
    text: Array.from(words).map(c => turned[c] ?? c).join("\n")
    em: 1.14
    topPadding: -Math.round(px * 0.13)
    bottomPadding: Math.round(px * 0.13)
    spread: 0
    horizontalAlignment: Text.AlignHCenter
}
