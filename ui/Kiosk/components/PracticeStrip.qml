pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// Under every page of a practice: that it is one, what there is to scan, and the way out.
Item {
    id: strip
    required property real tall        // of the strip itself, at the foot of it all
    required property var toys         // { kind, name, state }
    property bool open: false
    signal scanned(int n)
    signal ended
    Rectangle {
        id: bar
        y: parent.height - height
        width: parent.width
        height: strip.tall
        color: Theme.ochreTint
        Rectangle {
            width: parent.width
            height: Theme.line
            color: Theme.ochre
        }
        Serif {
            id: word
            x: Dense.margin
            anchors.verticalCenter: parent.verticalCenter
            text: Words.say("duty.practice")
            px: Dense.title
            color: Theme.ochre
        }
        Sans {
            visible: Theme.wide
            anchors {
                left: word.right
                leftMargin: Dense.gap
                right: ways.left
                rightMargin: Dense.gap
                verticalCenter: parent.verticalCenter
            }
            text: Words.say("practise.strip")
            px: Dense.body
            elide: Text.ElideRight
        }
        Row {
            id: ways
            anchors {
                right: parent.right
                rightMargin: Dense.margin
                verticalCenter: parent.verticalCenter
            }
            spacing: Theme.s2
            DeskButton {
                text: Words.say(strip.open ? "practise.close" : "practise.toys")
                icon: "code"
                onPressed: strip.open = !strip.open
            }
            DeskButton {
                text: Words.say("practise.end")
                icon: "exit"
                onPressed: strip.ended()
            }
        }
    }
    Rectangle {
        visible: strip.open
        anchors.bottom: bar.top
        width: parent.width
        height: shelf.height + Dense.gap + Theme.s2
        color: Theme.paper
        Rectangle {
            width: parent.width
            height: Theme.s0
            color: Theme.ochre
        }
        MouseArea {
            anchors.fill: parent           // what lies below is not pressed through it
        }
        Grid {
            id: shelf
            x: Dense.margin
            y: Dense.gap
            columns: Theme.wide ? 4 : 2
            spacing: Theme.gap
            Repeater {
                model: strip.open ? strip.toys : []
                Pressable {
                    id: toy
                    required property var modelData
                    required property int index
                    name: modelData.name
                    focusGap: 0
                    width: (strip.width - 2 * Dense.margin - (shelf.columns - 1) * shelf.spacing) / shelf.columns
                    height: Theme.touch
                    onPressed: {
                        strip.scanned(index);
                        strip.open = false;
                    }
                    Rectangle {
                        anchors.fill: parent
                        radius: Theme.radius
                        color: toy.down ? Theme.sunk : Theme.raised
                        border {
                            width: Theme.line
                            color: Theme.edge
                        }
                    }
                    Icon {
                        id: sign
                        x: Theme.s2
                        anchors.verticalCenter: parent.verticalCenter
                        name: toy.modelData.kind === "copy" ? "book" : toy.modelData.kind === "staff" ? "desk" : "card"
                        size: Theme.icon
                    }
                    Column {
                        anchors {
                            left: sign.right
                            leftMargin: Theme.s2
                            right: parent.right
                            rightMargin: Theme.s1
                            verticalCenter: parent.verticalCenter
                        }
                        Sans {
                            width: parent.width
                            text: toy.modelData.name
                            strong: true
                            px: Dense.body
                            em: Theme.serifed
                            elide: Text.ElideRight
                        }
                        Sans {
                            width: parent.width
                            text: Words.say("practise.is_" + toy.modelData.state)
                            px: Theme.least
                            em: Theme.serifed
                            color: Theme.inkSoft
                            elide: Text.ElideRight
                        }
                    }
                }
            }
        }
    }
}
