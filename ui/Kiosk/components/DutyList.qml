pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// What the role may do: a door for all that has a page of its own here, and what else in one sentence.
Column {
    id: list
    required property var may
    // what is done on a page of its own
    readonly property var doors: ["holds_shelf", "build_up", "stocktake", "import", "labels", "courses", "attendance", "certificates", "device"]
    readonly property var here: may.filter(action => doors.includes(action))
    required property bool told        // how the line to the hub is, below the list
    // in large print there may be room for the doors alone
    readonly property var elsewhere: Theme.care && (Theme.wide || told || here.length > 6) ? [] : may.filter(action => !doors.includes(action))
    signal opened(string action)
    readonly property int across: Theme.wide && !Theme.care ? 3 : 2
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
            model: list.here
            Pressable {
                id: action
                required property string modelData
                name: words.text
                focusGap: -Theme.s0
                onPressed: list.opened(modelData)
                width: (list.width - (list.across - 1) * grid.columnSpacing) / list.across
                height: Theme.touch
                Sans {
                    id: words
                    anchors.verticalCenter: parent.verticalCenter
                    width: parent.width - go.width
                    text: Words.say("may." + action.modelData)
                    strong: true
                    elide: Text.ElideRight
                    px: Theme.care ? Theme.body : Theme.lead
                }
                Icon {
                    id: go
                    anchors {
                        right: parent.right
                        verticalCenter: parent.verticalCenter
                    }
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
        visible: list.elsewhere.length > 0
        width: parent.width
        text: list.elsewhere.map(action => Words.say("may." + action)).join(" · ")
        wrapMode: Text.Wrap
        topPadding: Theme.s3
        px: Theme.body
        em: Theme.close
    }
    Sans {
        visible: list.elsewhere.length > 0
        width: parent.width
        text: Words.say("desk.follow")
        wrapMode: Text.Wrap
        topPadding: Theme.s1
        color: Theme.inkSoft
        px: Theme.body
        em: Theme.close
    }
}
