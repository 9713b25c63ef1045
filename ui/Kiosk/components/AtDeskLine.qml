pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// Whoever stands at the desk: disc, masked name, the end of the number, and how many of the books allowed are out.
Item {
    id: line
    required property var person       // { name, face, tier, tail, taken, most, ready, notices }
    readonly property int places: Math.min(person.most, 10)
    implicitHeight: 118
    FaceDisc {
        id: disc
        face: line.person.face
        anchors.verticalCenter: parent.verticalCenter
    }
    Column {
        anchors {
            left: disc.right
            leftMargin: 20
            right: tally.left
            rightMargin: Theme.s2
            verticalCenter: parent.verticalCenter
        }
        Serif {
            width: parent.width
            text: line.person.name
            elide: Text.ElideRight
            px: Dense.title - Theme.s0
            em: 1.2
        }
        Sans {
            width: parent.width
            text: Words.say("tier." + line.person.tier) + " · " + (line.person.ready > 0 ? Words.say("counter.ready", {
                count: line.person.ready
            }) : Words.say("counter.tail", {
                tail: line.person.tail
            }))
            elide: Text.ElideRight
            px: Dense.caption
            em: Theme.close
            color: line.person.ready > 0 ? Theme.pine : Theme.inkSoft
        }
    }
    Row {
        id: tally
        anchors {
            right: parent.right
            verticalCenter: parent.verticalCenter
        }
        spacing: 6
        Repeater {
            model: line.places
            Rectangle {
                required property int index
                readonly property bool taken: index < line.person.taken * line.places / Math.max(1, line.person.most)
                width: 20
                height: 60
                color: taken ? Theme.pineFill : Theme.clear
                border {
                    width: Theme.line
                    color: taken ? Theme.pine : Theme.edge
                }
            }
        }
        Figure {
            anchors.verticalCenter: parent.verticalCenter
            leftPadding: 14
            text: line.person.taken + " / " + line.person.most
            px: Dense.title - Theme.s0
        }
    }
    Hairline {
        anchors.bottom: parent.bottom
        width: parent.width
    }
}
