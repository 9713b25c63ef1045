import QtQuick
import Kiosk

// A copy that was listed: its title, and the number on its label.
Item {
    id: row
    required property var copy
    required property bool fresh
    implicitHeight: Theme.chip
    Sans {
        anchors {
            left: parent.left
            right: number.left
            rightMargin: Theme.s3
            verticalCenter: parent.verticalCenter
        }
        text: row.copy.title
        strong: row.fresh
        elide: Text.ElideRight
        px: Theme.lead
        em: Theme.close
    }
    Sans {
        id: number
        anchors {
            right: parent.right
            verticalCenter: parent.verticalCenter
        }
        text: row.copy.number
        color: row.fresh ? Theme.pine : Theme.inkSoft
        px: Theme.note
        em: Theme.close
    }
    Hairline {
        anchors.bottom: parent.bottom
        width: parent.width
    }
}
