pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// How far it is, as a shelf: filled was counted, ochre needs a hand, open nobody has seen. The numbers stand under it.
Column {
    id: board
    required property int seen
    required property int toDo
    required property int unseen
    property bool closed: false
    readonly property int whole: Math.max(1, seen + unseen)
    spacing: Theme.s2
    Item {
        width: parent.width
        height: Theme.care ? Theme.s5 : Theme.s6
        Row {
            id: books
            anchors.bottom: plank.top
            width: parent.width
            height: parent.height - plank.height
            readonly property int most: Theme.wide ? 44 : 40
            readonly property int filled: Math.round(most * board.seen / board.whole)
            readonly property int held: board.toDo === 0 ? 0 : Math.max(1, Math.round(most * board.toDo / board.whole))
            spacing: Theme.s0
            Repeater {
                model: books.most
                Rectangle {
                    required property int index
                    readonly property bool stands: index < books.filled
                    readonly property bool hand: stands && index >= books.filled - books.held
                    anchors.bottom: parent?.bottom
                    width: (books.width - (books.most - 1) * books.spacing) / books.most
                    height: books.height * (1 - (index * 7 % 5) * 0.07)
                    color: hand ? Theme.ochre : stands ? Theme.pineFill : Theme.clear
                    border {
                        width: Theme.line
                        color: hand ? Theme.ochre : stands ? Theme.pine : Theme.hairline
                    }
                }
            }
        }
        Rectangle {
            id: plank
            anchors.bottom: parent.bottom
            width: parent.width
            height: Theme.rule
            color: Theme.ink
        }
    }
    Row {
        width: parent.width
        Repeater {
            model: ["seen", "to_do", board.closed ? "missing" : "left"]
            Column {
                id: sum
                required property string modelData
                required property int index
                width: board.width / 3
                Figure {
                    text: [board.seen, board.toDo, board.unseen][sum.index]
                    color: sum.index === 0 ? Theme.pine : sum.index === 1 && board.toDo > 0 ? Theme.ochre : Theme.ink
                    px: Theme.display
                }
                Sans {
                    width: parent.width
                    text: Words.say("count." + sum.modelData)
                    elide: Text.ElideRight
                    color: Theme.inkSoft
                    px: Theme.note
                    em: Theme.close
                }
            }
        }
    }
}
