pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// What the role may do, in words, and where it is done.
Column {
    id: list
    required property var may
    readonly property var doors: ["holds_shelf", "courses", "attendance"]   // what is done on a page of its own
    signal opened(string action)
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
            Pressable {
                id: action
                required property string modelData
                readonly property bool door: list.doors.includes(modelData)
                enabled: door
                name: words.text
                focusGap: -Theme.s0
                onPressed: list.opened(modelData)
                width: (list.width - (list.across - 1) * grid.columnSpacing) / list.across
                height: Math.max(door ? Theme.touch : 0, words.height + 2 * (Theme.care ? Theme.s0 : Theme.s1 + Theme.s0))
                Sans {
                    id: words
                    anchors.verticalCenter: parent.verticalCenter
                    width: parent.width - go.width
                    text: Words.say("may." + action.modelData)
                    strong: action.door
                    elide: Text.ElideRight
                    px: !Theme.care ? Theme.lead : Theme.wide ? Theme.caption : Theme.body
                }
                Icon {
                    id: go
                    visible: action.door
                    anchors {
                        right: parent.right
                        verticalCenter: parent.verticalCenter
                    }
                    width: visible ? size : 0
                    name: "next"
                    color: Theme.duty
                    size: Theme.lead
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
