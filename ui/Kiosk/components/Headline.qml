import QtQuick
import Kiosk

// A heading that stands in Chinese and lies, word under word, in English.
Item {
    id: headline
    required property string words
    property real px: Theme.upright
    implicitWidth: Words.upright ? column.implicitWidth : Theme.upright * 2
    implicitHeight: Words.upright ? column.implicitHeight : lines.implicitHeight
    Upright {
        id: column
        visible: Words.upright
        anchors.right: parent.right
        words: visible ? headline.words : ""
        px: headline.px
    }
    Serif {
        id: lines
        visible: !Words.upright
        width: parent.width
        text: visible ? headline.words.split(" ").join("\n") : ""
        px: headline.px * 0.8
        spread: 0
        em: Theme.tall
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.lead
    }
}
