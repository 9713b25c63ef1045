pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// A family's cards: the filled one takes the next book.
Item {
    id: strip
    required property var cards
    implicitHeight: Theme.s6 + Theme.s2
    Column {
        id: words
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.small * 2
        Sans {
            width: parent.width
            text: Words.say("basket.next_card")
            strong: true
            px: Theme.body
            em: Theme.close
        }
        Sans {
            width: parent.width
            text: Words.say("basket.next_card_how")
            wrapMode: Text.Wrap
            color: Theme.inkSoft
            px: Theme.caption
            em: Theme.close
        }
    }
    Row {
        anchors {
            left: words.right
            leftMargin: Theme.s2
            right: parent.right
            verticalCenter: parent.verticalCenter
        }
        spacing: Theme.s2
        Repeater {
            model: strip.cards
            Row {
                id: card
                required property var modelData
                spacing: Theme.s1
                FaceDisc {
                    id: disc
                    face: card.modelData.face
                    chosen: card.modelData.active
                }
                Sans {
                    anchors.verticalCenter: parent.verticalCenter
                    text: card.modelData.name
                    strong: card.modelData.active
                    color: card.modelData.active ? Theme.pine : Theme.inkSoft
                    px: Theme.note
                }
            }
        }
    }
    Hairline {
        anchors.bottom: parent.bottom
        width: parent.width
    }
}
