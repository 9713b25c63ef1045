pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// A few facts, one sentence each; what has nothing to say takes no room.
Column {
    id: facts
    required property var lines
    property real px: Theme.lead
    readonly property int most: Theme.care ? 3 : 6
    Repeater {
        model: facts.lines.filter(line => line !== "").slice(0, facts.most)
        Sans {
            required property string modelData
            width: facts.width
            text: modelData
            px: facts.px
            em: Theme.close
            elide: Text.ElideRight
        }
    }
}
