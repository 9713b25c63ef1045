pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// What the role may do, in words, and where it is done.
Column {
    id: list
    required property var may
    readonly property int across: Theme.wide ? 3 : 2
    Rectangle {
        width: parent.width
        height: Theme.s0
        color: Theme.dutyFill
    }
    Serif {
        text: Words.say("desk.heading")
        topPadding: Theme.s2
        px: Theme.section
    }
    Grid {
        id: grid
        columns: list.across
        columnSpacing: Theme.s4
        Repeater {
            model: list.may
            Item {
                id: action
                required property string modelData
                width: (list.width - (list.across - 1) * grid.columnSpacing) / list.across
                height: words.height + 2 * (Theme.care ? Theme.s0 : Theme.s1 + Theme.s0)
                Sans {
                    id: words
                    anchors.verticalCenter: parent.verticalCenter
                    width: parent.width
                    text: Words.say("may." + action.modelData)
                    elide: Text.ElideRight
                    px: !Theme.care ? Theme.lead : Theme.wide ? Theme.caption : Theme.body
                }
                Hairline {
                    anchors.bottom: parent.bottom
                    width: parent.width
                }
            }
        }
    }
    Sans {
        width: parent.width
        text: Words.say("desk.follow")
        wrapMode: Text.Wrap
        topPadding: Theme.s3
        color: Theme.inkSoft
        px: Theme.body
        em: Theme.close
    }
}
