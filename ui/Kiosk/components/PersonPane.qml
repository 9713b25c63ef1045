pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// Who it is, under a masked name; whole for a moment, once somebody asks, and who asked last.
Column {
    id: pane
    required property var who
    required property string revealed
    required property var shown            // { name, on, at }
    required property var facts            // [{ word, value }]
    required property bool known
    signal asked
    spacing: Theme.s2
    Item {
        width: parent.width
        height: 132
        FaceDisc {
            id: face
            width: 132
            height: 132
            face: pane.who.face
            chosen: pane.who.state === "good"
        }
        Column {
            anchors {
                left: face.right
                leftMargin: Dense.gap
                right: parent.right
                verticalCenter: parent.verticalCenter
            }
            Serif {
                width: parent.width
                text: !pane.known ? Words.say("members.forgotten") : pane.revealed !== "" ? pane.revealed : pane.who.name
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Dense.lead
                elide: Text.ElideRight
                px: Dense.title + Theme.s1
                em: 1.24
            }
            MemberState {
                state_: pane.who.state
            }
        }
    }
    Grid {
        id: facts
        readonly property real each: (width - (columns - 1) * columnSpacing) / columns
        width: parent.width
        columns: Theme.wide ? 1 : 2
        columnSpacing: Dense.margin
        Repeater {
            model: pane.facts
            Item {
                id: fact
                required property var modelData
                width: facts.each
                height: 52
                Sans {
                    id: word
                    anchors.verticalCenter: parent.verticalCenter
                    text: fact.modelData.word
                    color: Theme.inkSoft
                    px: Dense.caption
                    em: Theme.close
                }
                Sans {
                    anchors {
                        left: word.right
                        leftMargin: Theme.s2
                        right: parent.right
                        verticalCenter: parent.verticalCenter
                    }
                    horizontalAlignment: Text.AlignRight
                    text: fact.modelData.value
                    elide: Text.ElideRight
                    px: Dense.body
                    em: Theme.close
                }
                Hairline {
                    anchors.bottom: parent.bottom
                    width: parent.width
                }
            }
        }
    }
    DeskButton {
        visible: pane.known
        width: parent.width
        text: Words.say(pane.revealed === "" ? "member.show" : "member.hide")
        icon: "person"
        key: "V"
        enabled: pane.revealed === ""
        onPressed: pane.asked()
    }
    Sans {
        visible: pane.known
        width: parent.width
        text: (pane.shown ? Words.say("member.shown_last", {
                date: Words.date(pane.shown.on),
                at: pane.shown.at,
                name: pane.shown.name
            }) : Words.say("member.shown_never")) + Words.say("member.shown_how")
        wrapMode: Text.Wrap
        color: Theme.inkSoft
        px: Dense.caption
        em: Theme.close
    }
}
