import QtQuick
import Kiosk

// How many of how many, as a number and as a shelf.
Item {
    id: page
    required property var shelf
    required property int most
    required property int mayTake
    property bool batch: false
    readonly property int held: Math.max(shelf.length, most - mayTake)   // the shelf shows the last of many
    Column {
        id: count
        y: Theme.wide ? Theme.s3 : Theme.s5
        Serif {
            text: Words.say(page.batch ? "basket.batch" : "basket.heading")
            px: Theme.heading
            spread: Words.upright ? Theme.loose * 3 : 0
        }
        Row {
            Figure {
                id: number
                text: page.held
                px: page.held > 9 ? Theme.count * 0.62 : Theme.count
            }
            Figure {
                text: " / " + page.most
                px: Theme.display
                anchors.baseline: number.baseline
                color: Theme.inkSoft
            }
        }
    }
    Sans {
        readonly property bool beside: Theme.wide && page.held < 10
        x: beside ? parent.width - width - Theme.s4 : 0
        y: beside ? count.y + count.height - height - Theme.s4 : count.y + count.height
        text: page.mayTake > 0 ? Words.say("basket.left", {
            left: page.mayTake
        }) : Words.say("basket.full")
        strong: true
        px: Theme.lead
    }
    SpineShelf {
        anchors {
            right: parent.right
            rightMargin: Theme.s2
            bottom: parent.bottom
            bottomMargin: Theme.s4
        }
        width: Theme.wide ? parent.width - Theme.s4 : Theme.shelfWidth
        height: Theme.shelf
        books: page.shelf
        held: page.held
        most: page.most
    }
}
