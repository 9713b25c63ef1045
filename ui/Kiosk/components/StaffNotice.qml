import QtQuick
import Kiosk

// A quiet answer above the foot bar; a touch puts it away.
Pressable {
    id: notice
    required property string text
    name: text
    implicitHeight: words.height + 2 * Theme.s4
    Accessible.role: Accessible.AlertMessage
    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: Theme.raised
        border {
            width: Theme.bold
            color: Theme.pine
        }
    }
    Icon {
        id: bell
        anchors {
            left: parent.left
            leftMargin: Theme.s4
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
            rightMargin: Theme.s4
            verticalCenter: parent.verticalCenter
        }
        text: Words.say("foot.close")
        strong: true
        color: Theme.pine
        px: Theme.label
    }
}
