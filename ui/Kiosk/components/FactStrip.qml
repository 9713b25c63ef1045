pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// Two or three facts side by side on one line, the first of them the one that counts here and now.
Row {
    id: strip
    required property var facts            // { fact, text }; what is empty takes no room
    property bool here: true               // the first one is vermilion
    property real lead: 1                  // how much wider it is than the others
    property real px: Theme.doorFact
    readonly property var shown: facts.filter(one => one.fact !== "")
    readonly property real each: width / (shown.length - 1 + lead)
    Repeater {
        model: strip.shown
        Item {
            id: place
            required property var modelData
            required property int index
            readonly property real room: width - 2 * Theme.s2
            width: strip.each * (index === 0 ? strip.lead : 1)
            height: note.y + note.height
            Hairline {
                visible: place.index > 0
                upright: true
                anchors.verticalCenter: parent.verticalCenter
                height: parent.height * 0.8
            }
            TextMetrics {
                id: whole
                text: place.modelData.fact
                font.family: Theme.serif
                font.pixelSize: strip.px
                font.weight: Font.Bold
            }
            Figure {
                id: fact
                x: Theme.s2
                y: strip.px - baselineOffset
                width: place.room
                horizontalAlignment: Text.AlignHCenter
                text: place.modelData.fact
                color: strip.here && place.index === 0 ? Theme.vermilion : Theme.ink
                px: Math.max(Theme.lead, Math.floor(strip.px * Math.min(1, place.room / (whole.advanceWidth + Theme.s0))))
                elide: Text.ElideRight
            }
            Sans {
                id: note
                x: Theme.s2
                y: Math.round(strip.px * 1.24)
                width: place.room
                horizontalAlignment: Text.AlignHCenter
                text: place.modelData.text
                color: Theme.inkSoft
                px: Theme.note
                em: Theme.close
                elide: Text.ElideRight
            }
        }
    }
}
