import QtQuick
import Kiosk

// A quiet answer in the place of the foot bar; a touch puts it away.
Pressable {
    id: notice
    required property string text
    name: text
    focusGap: -Theme.s1
    implicitHeight: Math.max(Theme.bar, words.height + 2 * Theme.s2)
    Accessible.role: Accessible.AlertMessage
    Rectangle {
        anchors.fill: parent
        color: notice.down ? Qt.darker(Theme.raised, Theme.pressed) : Theme.raised
    }
    Rectangle {
        width: parent.width
        height: Theme.bold
        color: Theme.pine
    }
    Icon {
        id: bell
        anchors {
            left: parent.left
            leftMargin: Theme.margin
            verticalCenter: parent.verticalCenter
        }
        name: "desk"
        size: Theme.iconRow
        color: Theme.pine
    }
    Sans {
        id: words
        anchors {
            left: bell.right
            leftMargin: Theme.s3
            right: close.left
            rightMargin: Theme.s3
            verticalCenter: parent.verticalCenter
        }
        text: notice.text
        wrapMode: Text.Wrap
        strong: true
        px: Theme.lead
        em: Theme.close
    }
    Sans {
        id: close
        anchors {
            right: parent.right
            rightMargin: Theme.margin
            verticalCenter: parent.verticalCenter
        }
        text: Words.say("foot.close")
        strong: true
        color: Theme.pine
        px: Theme.label
    }
}
