import QtQuick
import Kiosk

// What the voice says stands here as well; a touch says it again.
Pressable {
    id: caption
    required property string text
    name: Words.say("foot.again")
    visible: text !== ""
    height: visible ? Math.max(Theme.strip, words.height) : 0
    focusGap: -Theme.s1
    Rectangle {
        anchors.fill: parent
        color: caption.down ? Qt.darker(Theme.pineTint, Theme.pressed) : Theme.pineTint
    }
    Icon {
        id: horn
        x: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        name: "voice"
        color: Theme.pine
    }
    Sans {
        id: words
        anchors {
            left: horn.right
            leftMargin: Theme.s3
            right: again.left
            rightMargin: Theme.s3
            verticalCenter: parent.verticalCenter
        }
        text: caption.text
        px: Theme.note
        em: Theme.close
        wrapMode: Text.Wrap
    }
    Sans {
        id: again
        anchors {
            right: parent.right
            rightMargin: Theme.margin
            verticalCenter: parent.verticalCenter
        }
        text: Words.say("foot.again")
        strong: true
        color: Theme.pine
        px: Theme.note
    }
}
