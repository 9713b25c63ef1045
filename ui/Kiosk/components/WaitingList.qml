pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// Books that were scanned before a card; or, with none, how to go on.
Item {
    id: list
    required property var books
    property string side: "below"
    signal leave
    Serif {
        id: heading
        visible: list.books.length > 0
        width: parent.width
        text: Words.say("basket.waiting", {
            count: list.books.length
        })
        px: Theme.section
        bottomPadding: Theme.s1
    }
    Hairline {
        id: line
        visible: list.books.length > 0 || !Theme.care
        anchors.top: list.books.length > 0 ? heading.bottom : parent.top
        width: parent.width
    }
    Roll {
        id: roll
        visible: list.books.length > 0
        anchors {
            top: line.bottom
            bottom: buttons.top
            bottomMargin: Theme.s3
        }
        width: parent.width
        model: list.books
        delegate: BookRow {
            required property var modelData
            width: roll.width
            book: modelData
            why: Words.say("basket.waits")
        }
    }
    HowList {
        visible: list.books.length === 0 && !Theme.care
        anchors.top: line.bottom
        width: parent.width
    }
    ButtonRow {
        id: buttons
        anchors.bottom: parent.bottom
        width: parent.width
        main: list.books.length > 0 ? Words.say("basket.leave") : Words.say("basket.back")
        mainKind: "plain"
        onMainPressed: list.leave()
    }
}
