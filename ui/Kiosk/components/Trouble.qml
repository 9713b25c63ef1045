import QtQuick
import Kiosk

// A part of the machine is missing: one line over the foot bar for as long as it is.
Rectangle {
    id: trouble
    required property string text
    visible: text !== ""
    height: visible ? Math.max(Theme.touch, words.height + Theme.s2) : 0
    color: Theme.ochreTint
    Hairline {
        width: parent.width
        color: Theme.ochre
    }
    Icon {
        id: plug
        x: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        name: "ask"
        color: Theme.ochre
    }
    Sans {
        id: words
        anchors {
            left: plug.right
            leftMargin: Theme.s3
            right: parent.right
            rightMargin: Theme.margin
            verticalCenter: parent.verticalCenter
        }
        text: trouble.text
        color: Theme.ochre
        strong: true
        px: Theme.body
        em: Theme.close
        wrapMode: Text.Wrap
    }
}
