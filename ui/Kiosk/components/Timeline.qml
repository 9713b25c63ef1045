pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// Today's sessions along one line; the vermilion mark is now.
Item {
    id: day
    required property var sessions
    required property real nowAt           // 0..1 along the line
    signal picked(string course)
    readonly property real each: (width - Theme.s3 * 3) / 4
    Hairline {
        y: Theme.dot / 2
        width: parent.width
        color: Theme.edge
    }
    Rectangle {
        y: Theme.dot / 2 - Theme.s0 / 2
        width: parent.width * day.nowAt
        height: Theme.s0 + Theme.dip
        color: Theme.vermilion
    }
    Row {
        width: parent.width
        height: parent.height
        spacing: Theme.s3
        Repeater {
            model: day.sessions
            Pressable {
                id: slot
                required property var modelData
                readonly property bool now: modelData.state === "open"
                width: day.each
                height: day.height
                name: modelData.when.starts + " " + modelData.title
                focusGap: -Theme.s0
                onPressed: day.picked(modelData.course)
                Rectangle {
                    width: Theme.dot + Theme.s0
                    height: width
                    radius: width / 2
                    y: -Theme.s0 / 2
                    color: slot.now ? Theme.vermilion : Theme.paper
                    border {
                        width: Theme.line + 1
                        color: slot.now ? Theme.vermilion : Theme.edge
                    }
                }
                Column {
                    y: Theme.s3
                    width: parent.width
                    Figure {
                        text: slot.modelData.when.starts
                        px: Theme.heading
                    }
                    Sans {
                        width: parent.width
                        text: slot.modelData.title
                        strong: true
                        px: Theme.lead
                        em: Theme.close
                        elide: Text.ElideRight
                    }
                    Sans {
                        width: parent.width
                        text: slot.modelData.room
                        color: Theme.inkSoft
                        px: Theme.caption
                        em: Theme.close
                        elide: Text.ElideRight
                    }
                    Sans {
                        width: parent.width
                        text: Words.say("home.session_" + slot.modelData.state, {
                            free: slot.modelData.free
                        })
                        strong: true
                        color: slot.now ? Theme.vermilion : slot.modelData.state === "full" ? Theme.ochre : Theme.pine
                        px: Theme.caption
                        em: Theme.close
                        elide: Text.ElideRight
                    }
                }
            }
        }
    }
}
