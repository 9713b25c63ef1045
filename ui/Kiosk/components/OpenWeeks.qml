pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// How many were open at the end of each week; the last one is now.
Item {
    id: weeks
    required property var counts       // { week, count }
    readonly property int most: Math.max(1, ...counts.map(one => one.count))
    readonly property real each: width / Math.max(1, counts.length)
    implicitHeight: 128
    Accessible.role: Accessible.StaticText
    Accessible.name: caption.text + " " + counts.map(one => one.count).join(", ")
    Sans {
        id: caption
        width: parent.width
        text: Words.say("cases.weeks")
        px: Theme.least
        em: Theme.close
        color: Theme.inkSoft
        elide: Text.ElideRight
        Accessible.ignored: true
    }
    Repeater {
        model: weeks.counts
        Item {
            id: bar
            required property var modelData
            required property int index
            readonly property bool now: index === weeks.counts.length - 1
            x: index * weeks.each
            y: caption.height
            width: weeks.each
            height: weeks.height - caption.height
            Rectangle {
                id: body
                x: Theme.s0
                width: parent.width - 2 * Theme.s0
                height: Math.round((parent.height - number.height - Theme.s0) * bar.modelData.count / weeks.most)
                anchors.bottom: foot.top
                color: bar.now ? Theme.vermilion : Theme.pineLine
            }
            Sans {
                id: number
                anchors {
                    bottom: body.top
                    horizontalCenter: parent.horizontalCenter
                }
                text: bar.modelData.count
                px: Theme.least
                em: Theme.serifed
                strong: bar.now
                Accessible.ignored: true
            }
            Rectangle {
                id: foot
                anchors.bottom: parent.bottom
                width: parent.width
                height: Theme.line
                color: Theme.ink
            }
        }
    }
}
