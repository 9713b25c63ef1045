pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// The machine drawn to scale, with the band that everybody reaches, and where screen, scanner and paper are.
Item {
    id: drawing
    required property var screen           // { foot, top } in millimetres, or nothing
    required property var slots            // { scanner, printer }, or nothing
    readonly property int tall: Math.max(1800, (screen?.top ?? 0) + 200)
    readonly property int low: 400
    readonly property int high: 1200

    // from the floor up
    function at(mm: int): real {
        return height - mm * height / tall;
    }
    component Mark: Item {
        id: mark
        required property string text
        required property int mm
        property bool beyond: false      // its words stand right of the machine
        readonly property bool well: mm >= drawing.low && mm <= drawing.high
        x: beyond ? body.x + body.width * 0.7 : 0
        y: drawing.at(mm)
        width: beyond ? drawing.width - x : body.x + body.width * 0.3
        Hairline {
            width: parent.width
            color: Theme.edge
        }
        Sans {
            x: mark.beyond ? parent.width - width - Theme.s1 : Theme.s1
            y: Theme.s0
            width: drawing.side - Theme.s1
            horizontalAlignment: mark.beyond ? Text.AlignRight : Text.AlignLeft
            text: Words.say(mark.text) + "\n" + mark.mm + " mm"
            color: mark.well ? Theme.pine : Theme.ochre
            strong: true
            px: Theme.caption
            em: Theme.close
        }
    }
    readonly property real side: (width - body.width) / 2
    Rectangle {
        y: drawing.at(drawing.high)
        width: parent.width
        height: drawing.at(drawing.low) - y
        color: Theme.pineTint
    }
    Rectangle {
        id: body
        anchors.horizontalCenter: parent.horizontalCenter
        y: drawing.at(drawing.tall - 60)
        width: parent.width * 0.34
        height: parent.height - y
        color: Theme.raised
        border {
            width: Theme.bold
            color: Theme.ink
        }
    }
    Rectangle {
        visible: !!drawing.screen
        x: body.x + Theme.s3
        y: drawing.at(drawing.screen?.top ?? 0)
        width: body.width - 2 * Theme.s3
        height: drawing.at(drawing.screen?.foot ?? 0) - y
        color: Theme.paper
        border {
            width: Theme.bold
            color: Theme.ink
        }
        Lattice {
            anchors {
                fill: parent
                margins: Theme.s1
            }
            step: 10
        }
    }
    Mark {
        visible: !!drawing.screen
        text: "health.screen_middle"
        mm: ((drawing.screen?.top ?? 0) + (drawing.screen?.foot ?? 0)) / 2
    }
    Mark {
        visible: !!drawing.slots
        beyond: true
        text: "health.scanner"
        mm: drawing.slots?.scanner ?? 0
    }
    Mark {
        visible: !!drawing.slots
        text: "health.paper"
        mm: drawing.slots?.printer ?? 0
    }
    Rectangle {
        visible: !!drawing.slots
        anchors.horizontalCenter: body.horizontalCenter
        y: drawing.at(drawing.slots?.printer ?? 0)
        width: body.width * 0.5
        height: Theme.s1
        color: Theme.ink
    }
    Rectangle {
        visible: !!drawing.slots
        anchors.horizontalCenter: body.horizontalCenter
        y: drawing.at(drawing.slots?.scanner ?? 0) - height / 2
        width: body.width * 0.3
        height: Theme.s3
        color: Theme.raised
        border {
            width: Theme.line
            color: Theme.ink
        }
        Rectangle {
            anchors.centerIn: parent
            width: parent.width * 0.7
            height: Theme.s0
            color: Theme.vermilion
        }
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.bold
        color: Theme.ink
    }
}
