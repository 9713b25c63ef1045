pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// A title's record as a catalogue card: each line can be taken in hand; what was corrected here says so.
Rectangle {
    id: card
    required property var book
    required property var blanks           // [{ key, value, ours }]
    required property string hand          // the line that is being written
    required property bool open            // lines may be taken
    readonly property var lines: blanks.filter(blank => blank.key !== "name")
    readonly property real line: Dense.touch
    signal taken(string key)
    implicitHeight: body.height + 2 * Theme.s3 + (Theme.wide ? Theme.s4 : 0)
    color: Theme.raised
    radius: Theme.radius
    border {
        width: Theme.line
        color: Theme.edge
    }
    component Line: Pressable {
        id: line
        required property var blank
        property bool large: false
        readonly property bool inHand: card.hand === blank.key
        name: Words.say("titles.field_" + blank.key) + " " + blank.value
        enabled: card.open
        focusGap: -Theme.s0
        implicitHeight: large ? Math.max(Dense.primary, value.height + Theme.s2) : card.line
        Rectangle {
            visible: line.inHand || line.down
            anchors.fill: parent
            color: Theme.paper
            radius: Theme.radius
            border {
                width: Theme.bold
                color: Theme.ink
            }
        }
        Sans {
            id: word
            visible: !line.large
            x: Theme.s1
            anchors.verticalCenter: parent.verticalCenter
            text: Words.say("titles.field_" + line.blank.key)
            color: Theme.inkSoft
            px: Dense.caption
            em: Theme.close
        }
        Serif {
            id: value
            anchors {
                left: line.large ? parent.left : word.right
                leftMargin: Theme.s2
                right: corrected.left
                rightMargin: Theme.s1
                verticalCenter: parent.verticalCenter
            }
            horizontalAlignment: line.large ? Text.AlignLeft : Text.AlignRight
            text: line.blank.value === "" ? Words.say("titles.blank") : line.blank.value
            color: line.blank.value === "" ? Theme.inkSoft : Theme.ink
            wrapMode: line.large ? Text.Wrap : Text.NoWrap
            maximumLineCount: line.large ? 3 : 1
            elide: Text.ElideRight
            spread: 0
            px: line.large ? Dense.head : Dense.body
            em: 1.3
        }
        Sans {
            id: corrected
            visible: line.blank.ours
            anchors {
                right: parent.right
                rightMargin: Theme.s1
                verticalCenter: parent.verticalCenter
            }
            width: visible ? implicitWidth : 0
            text: Words.say("titles.ours")
            color: Theme.pine
            px: Dense.caption
            em: Theme.close
        }
        Hairline {
            anchors.bottom: parent.bottom
            width: parent.width
        }
    }
    Column {
        id: body
        x: Theme.s3
        y: Theme.s3
        width: parent.width - 2 * Theme.s3
        spacing: Theme.s1
        Item {
            width: parent.width
            height: Math.max(cover.height, heading.height)
            BookCover {
                id: cover
                width: Theme.wide ? 92 : 84
                book: card.book
            }
            Line {
                id: heading
                anchors {
                    left: cover.right
                    leftMargin: Theme.s2
                    right: parent.right
                    verticalCenter: parent.verticalCenter
                }
                height: implicitHeight
                large: true
                blank: card.blanks[0]
                onPressed: card.taken("name")
            }
        }
        Grid {
            id: grid
            width: parent.width
            columns: Theme.wide ? 1 : 2
            columnSpacing: Theme.s3
            Repeater {
                model: card.lines
                Line {
                    required property var modelData
                    width: (grid.width - (grid.columns - 1) * grid.columnSpacing) / grid.columns
                    height: implicitHeight
                    blank: modelData
                    onPressed: card.taken(modelData.key)
                }
            }
        }
    }
    Rectangle {
        visible: Theme.wide
        anchors {
            horizontalCenter: parent.horizontalCenter
            bottom: parent.bottom
            bottomMargin: Theme.s2
        }
        width: Theme.s3
        height: width
        radius: width / 2
        color: Theme.paper
        border {
            width: Theme.line
            color: Theme.edge
        }
    }
}
