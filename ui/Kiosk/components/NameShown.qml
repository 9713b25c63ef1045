import QtQuick
import Kiosk

// A masked name with what tells it apart; whole for a moment, once somebody asks.
Item {
    id: shownName
    required property string name
    required property string revealed
    required property string about
    property string none                   // in the place of a name that was deleted
    signal shown
    implicitHeight: Math.max(who.height, eye.height)
    Column {
        id: who
        anchors {
            left: parent.left
            right: eye.left
            rightMargin: Theme.s2
        }
        Serif {
            width: parent.width
            text: shownName.revealed !== "" ? shownName.revealed : shownName.name !== "" ? shownName.name : shownName.none
            elide: Text.ElideRight
            px: Theme.care && Theme.wide ? Theme.heading : Theme.display
        }
        Sans {
            width: parent.width
            text: shownName.about
            wrapMode: Text.Wrap
            color: Theme.inkSoft
            px: Theme.body
            em: Theme.close
        }
    }
    BigButton {
        id: eye
        anchors {
            right: parent.right
            verticalCenter: who.verticalCenter
        }
        enabled: shownName.revealed === "" && shownName.name !== ""
        text: Words.say("roll.reveal")
        onPressed: shownName.shown()
    }
}
