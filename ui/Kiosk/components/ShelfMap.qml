pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// The room from above: its bookcases as bars, the one meant in vermilion.
Item {
    id: map
    required property var cases            // their numbers
    required property int meant
    property bool paper: false
    readonly property int most: 12
    readonly property int from: Math.max(0, Math.min(cases.indexOf(meant) - most / 2, cases.length - most))
    readonly property var shown: cases.slice(from, from + most)
    readonly property real each: Math.min(Theme.seal, (width - Theme.gap * (shown.length - 1)) / shown.length)
    implicitHeight: Theme.s6 + Theme.s4
    Accessible.role: Accessible.Graphic
    Accessible.name: Words.say("finder.case", {
        number: meant
    })
    Row {
        spacing: Theme.gap
        Repeater {
            model: map.shown
            Column {
                id: bookcase
                required property int modelData
                readonly property bool here: modelData === map.meant
                Rectangle {
                    width: map.each
                    height: map.height - Theme.s4
                    color: bookcase.here ? Theme.vermilionFill : map.paper ? Theme.sheet : Theme.sunk
                    border {
                        width: Theme.line
                        color: bookcase.here ? Theme.vermilionFill : map.paper ? Theme.sheetRule : Theme.edge
                    }
                }
                Figure {
                    anchors.horizontalCenter: parent.horizontalCenter
                    Accessible.ignored: true
                    text: bookcase.modelData
                    px: Theme.caption
                    color: map.paper ? (bookcase.here ? Theme.vermilionFill : Theme.sheetSoft) : bookcase.here ? Theme.vermilion : Theme.inkSoft
                }
            }
        }
    }
}
