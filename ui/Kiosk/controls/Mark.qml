import QtQuick
import Kiosk

// A state: a dot and its words. Filled = well, open = needs somebody.
Row {
    id: mark
    property string text
    property color tone: Theme.pine
    property bool open: false
    property bool strong: false
    property real px: Dense.caption
    spacing: 10
    Rectangle {
        width: Math.round(mark.px * 0.68)
        height: width
        radius: width / 2
        anchors.verticalCenter: parent.verticalCenter
        color: mark.open ? Theme.clear : mark.tone
        border {
            width: 3
            color: mark.tone
        }
    }
    Sans {
        visible: mark.text !== ""
        text: mark.text
        strong: mark.strong
        px: mark.px
        em: Theme.close
        color: mark.tone
        anchors.verticalCenter: parent.verticalCenter
    }
}
