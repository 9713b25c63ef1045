import QtQuick
import Kiosk

// A blank of a sentence: what is said stands on a line, what is not said yet on a dashed one.
Pressable {
    id: blank
    required property string value
    required property string called        // what it is for, also where nothing is said
    required property real most
    property bool inHand: false
    readonly property bool empty: value === ""
    name: called + " " + value
    focusGap: -Theme.s0
    width: Math.min(most, words.implicitWidth + 2 * Theme.s2)
    height: Theme.chip
    Rectangle {
        visible: blank.inHand || blank.down
        anchors.fill: parent
        radius: Theme.radius
        color: Theme.raised
        border {
            width: Theme.bold
            color: Theme.ink
        }
    }
    Serif {
        id: words
        anchors.centerIn: parent
        width: Math.min(implicitWidth, blank.most - 2 * Theme.s2)
        text: blank.empty ? blank.called : blank.value
        color: blank.empty ? Theme.ochre : Theme.ink
        elide: Text.ElideRight
        spread: 0
        px: Theme.lead * 1.1
    }
    Rectangle {
        visible: !blank.inHand
        anchors {
            bottom: parent.bottom
            bottomMargin: Theme.s1
        }
        width: parent.width
        height: Theme.bold
        color: blank.empty ? Theme.ochre : Theme.ink
    }
}
