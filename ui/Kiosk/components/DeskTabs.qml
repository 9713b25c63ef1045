pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// The index tabs of the ledger. Landscape: left, with keys; portrait: at the foot, under the thumb.
Rectangle {
    id: rail
    required property var tabs
    required property string here
    property bool technician: false
    property bool upright: Theme.wide
    readonly property var order: ["today", "lending", "members", "titles", "classes", "cases", "reports", "more"]
    signal chosen(string tab)
    color: Theme.sunk
    Hairline {
        upright: rail.upright
        width: rail.upright ? Theme.line : parent.width
        height: rail.upright ? parent.height : Theme.line
        anchors.right: rail.upright ? parent.right : undefined
        color: Theme.edge
    }
    Grid {
        columns: rail.upright ? 1 : rail.tabs.length
        Repeater {
            model: rail.tabs
            Pressable {
                id: tab
                required property string modelData
                required property int index
                readonly property bool current: modelData === rail.here
                readonly property color say: !current ? Theme.ink : rail.technician ? Theme.paper : Theme.dutyInk
                name: words.text
                Accessible.role: Accessible.PageTab
                focusGap: -Theme.s0
                width: rail.upright ? rail.width - Theme.line : rail.width / rail.tabs.length
                height: rail.upright ? rail.height / Math.max(6, rail.tabs.length) : rail.height
                onPressed: rail.chosen(modelData)
                Rectangle {
                    anchors.fill: parent
                    color: tab.current ? (rail.technician ? Theme.ink : Theme.dutyFill) : tab.down ? Theme.hairline : Theme.clear
                }
                Hairline {
                    visible: rail.upright && tab.index > 0 && !tab.current && rail.tabs[tab.index - 1] !== rail.here
                    anchors.horizontalCenter: parent.horizontalCenter
                    width: Dense.row
                }
                Column {
                    anchors.centerIn: parent
                    width: parent.width - Theme.s1
                    Label {
                        id: words
                        width: parent.width
                        horizontalAlignment: Text.AlignHCenter
                        text: Words.say("tab." + tab.modelData)
                        px: rail.upright ? Dense.lead : Dense.lead - 3
                        color: tab.say
                    }
                    Sans {
                        visible: rail.upright && Dense.keyboard
                        width: parent.width
                        horizontalAlignment: Text.AlignHCenter
                        text: "F" + (rail.order.indexOf(tab.modelData) + 1)
                        px: Theme.least
                        em: 1.3
                        color: tab.current ? tab.say : Theme.inkSoft
                    }
                }
            }
        }
    }
}
