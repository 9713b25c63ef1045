import QtQuick
import Kiosk

// What a thing looks like, in the frame of a plate.
Rectangle {
    id: plate
    required property string thing     // card, label, window; else the name of an icon
    property string side: "below"
    property bool plain: !["card", "label", "window"].includes(thing)
    color: plain ? Theme.pineFill : Theme.raised
    border {
        width: Theme.line
        color: plain ? Theme.clear : Theme.hairline
    }
    Icon {
        visible: plate.plain
        anchors.centerIn: parent
        name: plate.plain ? plate.thing : ""
        size: parent.height * 0.5
        weight: 2
        color: Theme.pineInk
    }
    Item {
        visible: plate.thing === "card"
        anchors.centerIn: parent
        width: parent.height
        height: width
        PaperCard {
            x: parent.width * 0.06
            y: parent.height * 0.5
            width: parent.width * 0.44
        }
        Phone {
            x: parent.width * 0.4
            y: parent.height * 0.1
            width: parent.width * 0.43
        }
    }
    LabelledBook {
        visible: plate.thing === "label"
        anchors.centerIn: parent
        width: parent.height * 0.56
        book: ({
                title: Words.say("practice.book"),
                short: Words.say("practice.book"),
                author: "",
                classLetter: "G"
            })
    }
    ScanHint {
        visible: plate.thing === "window"
        anchors.centerIn: parent
        width: parent.height * 0.86
        height: width
        rings: 3
        step: Theme.s1 + Theme.s0
        side: plate.side
    }
}
