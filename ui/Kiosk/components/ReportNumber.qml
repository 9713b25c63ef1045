pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// A number that opens its list: the dotted line says so. How often is large, how many people stands below.
Pressable {
    id: number
    required property string label
    required property string value
    required property string unit
    required property string more
    property real px: Dense.figure + Theme.s1
    name: [label, value, unit, more].join(" ")
    focusGap: 0
    implicitHeight: below.y + below.height + Theme.s1
    Sans {
        id: word
        width: parent.width
        text: number.label
        strong: true
        elide: Text.ElideRight
        px: Dense.body
        em: Theme.close
    }
    Row {
        id: row
        y: word.height - Theme.s1
        spacing: Theme.s1
        Figure {
            id: many
            text: number.value
            px: Math.min(number.px, number.px * (number.width - counted.width - Theme.s2) / Math.max(1, measured.width))
            color: number.down ? Theme.vermilion : Theme.ink
        }
        Sans {
            id: counted
            anchors.baseline: many.baseline
            text: number.unit
            px: Dense.caption
        }
    }
    TextMetrics {
        id: measured
        font {
            family: Theme.serif
            pixelSize: number.px
            weight: Font.Bold
        }
        text: number.value
    }
    Row {
        id: dots
        y: row.y + row.height
        spacing: Theme.s0
        Repeater {
            model: Math.floor(many.width / (2 * Theme.s0))
            Rectangle {
                width: Theme.s0
                height: Theme.dip
                color: Theme.edge
            }
        }
    }
    Sans {
        id: below
        y: dots.y + Theme.s1
        width: parent.width - Theme.s2
        text: number.more
        wrapMode: Text.Wrap
        maximumLineCount: 2
        elide: Text.ElideRight
        px: Dense.caption
        em: Theme.close
        color: Theme.inkSoft
    }
}
