import QtQuick
import Kiosk

// A notice of the hall, as a sheet pinned to the wall.
Rectangle {
    id: sheet
    property string title
    property string text
    color: Theme.raised
    radius: Theme.radius
    border {
        width: Theme.line
        color: Theme.edge
    }
    Rectangle {
        x: Theme.s4
        y: -height / 2
        width: Theme.s5
        height: Theme.s2
        color: Theme.pineFill
    }
    Column {
        anchors {
            left: parent.left
            right: parent.right
            margins: Theme.s4
            verticalCenter: parent.verticalCenter
        }
        spacing: Theme.s1
        Serif {
            width: parent.width
            text: sheet.title
            px: Theme.section
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.caption
        }
        Sans {
            width: parent.width
            text: sheet.text
            color: Theme.inkSoft
            px: Theme.lead
            em: Theme.close
            wrapMode: Text.Wrap
        }
    }
}
