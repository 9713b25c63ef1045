pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// What this visit has borrowed, newest first, and the two ways on.
Item {
    id: basket
    required property var rows
    required property string fresh
    required property var notices
    required property int mayTake
    property var cards: []
    property string side: "below"
    property QtObject camera: null
    signal undo(string loan)
    signal record
    signal find
    signal receipt
    signal finish
    Hairline {
        width: parent.width
        visible: !Theme.wide && basket.notices.length === 0
    }
    CardStrip {
        id: cards
        visible: basket.cards.length > 1
        width: parent.width
        height: visible ? implicitHeight : 0
        cards: basket.cards
    }
    NoticeList {
        id: notices
        anchors.top: cards.bottom
        width: parent.width
        notices: basket.notices
    }
    Roll {
        id: roll
        anchors {
            top: notices.bottom
            bottom: buttons.top
            bottomMargin: Theme.s3
        }
        width: parent.width
        model: basket.rows
        delegate: BookRow {
            required property var modelData
            required property int index
            width: roll.width
            book: modelData.book
            fresh: modelData.loan === basket.fresh
            told: [fresh ? Words.say("basket.fresh") : "", modelData.card].filter(word => word).join(" · ")
            tone: fresh ? Theme.vermilion : Theme.inkSoft
            fact: Words.date(modelData.due.on)
            why: Words.say("basket.due_" + (modelData.due.movedBy[0] ?? "days"), {
                days: modelData.due.days
            })
            button: Words.say("basket.undo")
            onUndo: basket.undo(modelData.loan)
            onFocused: roll.show(index)
        }
        footer: ScanNext {
            visible: basket.rows.length > 0 && !(Theme.wide && cards.visible)
            height: visible ? implicitHeight : 0
            width: roll.width
            text: Words.say("basket.more")
            side: basket.side
            camera: basket.camera
            button: Words.say("home.find")
            onPressed: basket.find()
        }
    }
    ScanStep {
        visible: basket.rows.length === 0 && !Theme.care
        anchors {
            top: notices.bottom
            topMargin: Theme.s3
            bottom: buttons.top
        }
        width: parent.width
        heading: Words.say("basket.none")
        text: Words.say("basket.none_how")
        side: basket.side
        camera: basket.camera
    }
    Sans {
        visible: basket.rows.length === 0 && Theme.care
        anchors {
            top: notices.bottom
            topMargin: Theme.s3
        }
        width: parent.width
        text: Words.say(basket.mayTake > 0 ? "basket.left" : "basket.full", {
            left: basket.mayTake
        })
        wrapMode: Text.Wrap
        px: Theme.lead
    }
    ButtonRow {
        id: buttons
        anchors.bottom: parent.bottom
        width: parent.width
        readonly property bool begun: basket.rows.length > 0
        first: begun ? Words.say("basket.receipt") : ""
        second: Words.say(begun ? "basket.record" : "home.find")
        main: begun ? Words.say("basket.finish") : Words.say("basket.record")
        mainIcon: begun ? "check" : "list"
        mainKind: begun ? "primary" : "pine"
        onFirstPressed: basket.receipt()
        onSecondPressed: begun ? basket.record() : basket.find()
        onMainPressed: begun ? basket.finish() : basket.record()
    }
}
