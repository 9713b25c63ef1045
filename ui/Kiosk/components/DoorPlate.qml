import QtQuick
import Kiosk

// A door to a work: its name, and in one sentence what is done there.
Pressable {
    id: plate
    required property string heading
    required property string told
    property string key
    name: heading
    implicitHeight: 160
    focusGap: 0
    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: plate.down ? Qt.darker(Theme.raised, Theme.pressed) : Theme.raised
        border {
            width: Theme.line
            color: Theme.edge
        }
        Rectangle {
            x: Theme.line
            y: Theme.line
            width: Theme.s1
            height: parent.height - 2 * Theme.line
            color: Theme.dutyFill
        }
    }
    Serif {
        id: words
        x: Dense.margin
        y: Dense.gap
        width: mark.x - x - Theme.s1
        text: plate.heading
        elide: Text.ElideRight
        px: Dense.head
    }
    Key {
        id: mark
        anchors {
            right: parent.right
            rightMargin: Dense.gap
            verticalCenter: words.verticalCenter
        }
        text: plate.key
    }
    Sans {
        x: Dense.margin
        anchors.top: words.bottom
        width: parent.width - x - Dense.gap
        text: plate.told
        wrapMode: Text.Wrap
        maximumLineCount: 3
        elide: Text.ElideRight
        px: Dense.caption + 1
        em: Theme.close
        color: Theme.inkSoft
    }
}
