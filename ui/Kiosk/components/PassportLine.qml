import QtQuick
import Kiosk

// One thing in the passport: what it is, how it stands, and the way to it where there is one.
Item {
    id: line
    required property string title
    required property string told
    property string button
    property bool quiet: false         // past, or not reached
    signal pressed
    signal focused
    implicitHeight: Theme.care ? Theme.slipRow : Theme.loanLine
    Column {
        anchors {
            left: parent.left
            right: go.visible ? go.left : parent.right
            rightMargin: go.visible ? Theme.s3 : 0
            verticalCenter: parent.verticalCenter
        }
        Sans {
            width: parent.width
            text: line.title
            strong: true
            px: Theme.label
            em: Theme.close
            elide: Text.ElideRight
        }
        Sans {
            width: parent.width
            text: line.told
            color: line.quiet ? Theme.inkSoft : Theme.pine
            px: Theme.caption
            em: Theme.close
            elide: Text.ElideRight
        }
    }
    BigButton {
        id: go
        visible: line.button !== ""
        anchors {
            right: parent.right
            verticalCenter: parent.verticalCenter
        }
        width: Theme.small
        height: Theme.touch
        text: line.button
        name: line.button + " " + line.title
        focusGap: -Theme.s0
        onPressed: line.pressed()
        onActiveFocusChanged: if (activeFocus) {
            line.focused();
        }
    }
    Hairline {
        anchors.bottom: parent.bottom
        width: parent.width
    }
}
