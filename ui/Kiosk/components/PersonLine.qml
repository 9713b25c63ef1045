import QtQuick
import Kiosk

// A person as a sentence: who, what about, the deciding fact, and what may be done.
Item {
    id: line
    required property string name
    required property string about
    required property string fact
    required property string button        // none: nothing to do
    signal pressed
    signal focused
    implicitHeight: Theme.touch + Theme.s3
    Column {
        anchors {
            left: parent.left
            right: aside.left
            rightMargin: Theme.s2
            verticalCenter: parent.verticalCenter
        }
        Serif {
            width: parent.width
            text: line.name
            elide: Text.ElideRight
            px: Theme.lead
        }
        Sans {
            width: parent.width
            text: line.about
            elide: Text.ElideRight
            color: Theme.inkSoft
            px: Theme.caption
            em: Theme.close
        }
    }
    Label {
        id: aside
        anchors {
            right: go.visible ? go.left : parent.right
            rightMargin: go.visible ? Theme.s2 : 0
            verticalCenter: parent.verticalCenter
        }
        width: line.width * 0.28
        horizontalAlignment: Text.AlignRight
        text: line.fact
        font.family: Theme.serif
        px: Theme.body
    }
    BigButton {
        id: go
        visible: line.button !== ""
        enabled: visible
        anchors {
            right: parent.right
            verticalCenter: parent.verticalCenter
        }
        width: visible ? Theme.who : 0
        text: line.button
        name: line.button + " " + line.name
        focusGap: -Theme.s0
        onActiveFocusChanged: if (activeFocus)
            line.focused()
        onPressed: line.pressed()
    }
    Hairline {
        anchors.bottom: parent.bottom
        width: parent.width
    }
}
