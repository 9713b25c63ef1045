import QtQuick
import Kiosk

// A row as a sentence that can be taken in hand: what it is, a note below, and the deciding fact at the right.
Pressable {
    id: row
    required property string text
    property string note
    property string fact
    property string face                   // of a person, else nothing
    property bool chosen: false
    property bool over: false              // what is past steps back
    readonly property real ahead: face === "" ? Theme.s2 : Theme.s2 + Dense.touch
    name: [text, note, fact].filter(part => part !== "").join(" ")
    focusGap: -Theme.s0
    Accessible.selected: chosen
    implicitHeight: Math.max(Dense.row, said.height + Theme.s2)
    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: row.down ? Qt.darker(Theme.raised, Theme.pressed) : row.chosen ? Theme.raised : Theme.clear
        border {
            width: row.chosen ? Theme.bold : 0
            color: Theme.ink
        }
    }
    Rectangle {
        visible: !row.chosen
        anchors.bottom: parent.bottom
        width: parent.width
        height: 1
        color: Theme.hairline
    }
    FaceDisc {
        visible: row.face !== ""
        x: Theme.s1
        anchors.verticalCenter: parent.verticalCenter
        width: Dense.touch - Theme.s1
        height: width
        face: row.face
        chosen: !row.over
    }
    Column {
        id: said
        x: row.ahead
        width: parent.width - x - deciding.width - 2 * Theme.s2
        anchors.verticalCenter: parent.verticalCenter
        Sans {
            width: parent.width
            text: row.text
            strong: !row.over
            color: row.over ? Theme.inkSoft : Theme.ink
            elide: Text.ElideRight
            px: Dense.body
            em: Theme.close
        }
        Sans {
            visible: text !== ""
            width: parent.width
            text: row.note
            color: Theme.inkSoft
            elide: Text.ElideRight
            px: Dense.caption
            em: Theme.close
        }
    }
    Serif {
        id: deciding
        anchors {
            right: parent.right
            rightMargin: Theme.s2
            verticalCenter: parent.verticalCenter
        }
        text: row.fact
        color: row.over ? Theme.inkSoft : Theme.ink
        px: Dense.body
    }
}
