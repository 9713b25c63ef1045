pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// Words to choose from, the likeliest first; more of them by moving the strip.
Rectangle {
    id: strip
    required property var words
    required property string typing
    signal chosen(int index, string word)
    function pick(place: int) {
        (list.itemAtIndex(place) as Pressable)?.pressed();
    }
    color: Theme.sunk
    radius: Theme.radius
    ListView {
        id: list
        anchors {
            fill: parent
            leftMargin: Theme.s2
            rightMargin: Theme.s2
        }
        visible: strip.typing !== ""
        orientation: ListView.Horizontal
        cacheBuffer: 0    // words beyond the edge are gone with the next letter: none is made ahead of time
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        model: strip.words
        onCountChanged: positionViewAtBeginning()
        delegate: Pressable {
            id: word
            required property string display
            required property int index
            name: display
            width: Math.max(label.implicitWidth + 2 * Theme.s3, Theme.touch)
            height: list.height
            focusGap: -Theme.s1
            onPressed: strip.chosen(index, display)
            Serif {
                id: label
                anchors.centerIn: parent
                text: word.display
                color: word.index === 0 ? Theme.vermilion : Theme.ink
                px: Theme.section
                spread: 0
            }
            Hairline {
                anchors {
                    right: parent.right
                    verticalCenter: parent.verticalCenter
                }
                upright: true
                height: parent.height / 2
            }
        }
    }
    Sans {
        visible: strip.typing === ""
        anchors {
            left: parent.left
            leftMargin: Theme.s3
            verticalCenter: parent.verticalCenter
        }
        text: Words.say("finder.type_pinyin")
        color: Theme.inkSoft
        px: Theme.note
    }
}
