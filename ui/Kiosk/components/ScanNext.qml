import QtQuick
import Kiosk

// One line that says what to hold to the window now.
Item {
    id: next
    required property string text
    property string side: "below"
    property real px: Theme.body
    property color tone: Theme.inkSoft
    implicitHeight: Math.max(slot.height, words.height) + 2 * Theme.s3
    Rectangle {
        id: slot
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.s6
        height: Theme.seal
        color: Theme.clear
        border {
            width: Theme.line
            color: Theme.edge
        }
        Icon {
            anchors.centerIn: parent
            name: "down"
            rotation: next.side === "right" ? -90 : 0
            color: Theme.vermilion
            weight: 4
        }
    }
    Sans {
        id: words
        anchors {
            left: slot.right
            leftMargin: Theme.s3
            right: parent.right
            verticalCenter: parent.verticalCenter
        }
        text: next.text
        wrapMode: Text.Wrap
        color: next.tone
        px: next.px
        em: Theme.close
    }
}
