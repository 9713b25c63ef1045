import QtQuick
import Kiosk

// The printer as the person in front of it sees it: the sheet on its way, or the tray that is empty.
Item {
    id: printer
    property real out: 0               // how far the sheet has come
    property bool empty: false
    readonly property real u: width / 400
    implicitHeight: width * 0.82
    component Part: Rectangle {
        color: Theme.raised
        border {
            width: Theme.bold
            color: Theme.ink
        }
        radius: Theme.radius
    }
    Part {
        visible: !printer.empty
        x: 84 * printer.u
        width: 232 * printer.u
        height: 120 * printer.u
        color: Theme.sheet
    }
    Dashes {
        visible: printer.empty
        x: 84 * printer.u
        y: 10 * printer.u
        width: 232 * printer.u
        height: 100 * printer.u
        color: Theme.ochre
    }
    Part {
        x: 20 * printer.u
        y: 96 * printer.u
        width: 360 * printer.u
        height: 150 * printer.u
    }
    Rectangle {
        x: 56 * printer.u
        y: 204 * printer.u
        width: 288 * printer.u
        height: 10 * printer.u
        color: Theme.ink
    }
    Rectangle {
        x: 320 * printer.u
        y: 130 * printer.u
        width: 26 * printer.u
        height: width
        radius: width / 2
        color: printer.empty ? Theme.ochre : Theme.pine
    }
    Item {
        visible: printer.out > 0
        x: 76 * printer.u
        y: 212 * printer.u
        width: 248 * printer.u
        height: 118 * printer.u
        clip: true
        Part {
            width: parent.width
            height: 160 * printer.u
            y: -height + parent.height * printer.out
            color: Theme.sheet
        }
    }
}
