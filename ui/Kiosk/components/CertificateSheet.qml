pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// A certificate in small, always paper and ink: drawn on an A4 whose long side is 1000, as wide as its room allows.
Rectangle {
    id: sheet
    required property var certificate     // { page, title, subtitle, name, greeting, lines, number, issuer, issued, sample }
    readonly property bool upright: certificate.page === "portrait"
    readonly property real u: (upright ? height : width) / 1000
    readonly property real side: 150 * u  // from the edge to the words
    color: Theme.sheet
    border {
        width: 1
        color: Theme.sheetRule
    }
    Lattice {
        anchors {
            fill: parent
            margins: 34 * sheet.u
        }
        rings: 3
        step: Math.max(3, Math.round(12 * sheet.u))
        stroke: Math.max(1, Math.round(2 * sheet.u))
        color: Theme.sheetLine
    }
    Serif {
        id: heading
        anchors.horizontalCenter: parent.horizontalCenter
        y: 110 * sheet.u
        text: sheet.certificate.title
        px: 56 * sheet.u
        spread: 0.36
        leftPadding: px * 0.36
        color: Theme.sheetInk
        em: Theme.serifed
    }
    Sans {
        id: subtitle
        anchors {
            horizontalCenter: parent.horizontalCenter
            top: heading.bottom
        }
        text: sheet.certificate.subtitle
        px: 13 * sheet.u
        spread: 0.3
        color: Theme.sheetSoft
    }
    Repeater {
        model: [-1, 1]
        Rectangle {
            required property int modelData
            x: sheet.width / 2 + modelData * (subtitle.width / 2 + 56 * sheet.u) - width / 2
            y: subtitle.y + subtitle.height / 2
            width: 72 * sheet.u
            height: 1
            color: Theme.sheetLine
        }
    }
    Column {
        id: words
        anchors {
            top: subtitle.bottom
            topMargin: (sheet.upright ? 50 : 26) * sheet.u
        }
        x: sheet.upright ? sheet.side * 0.75 : sheet.side
        width: sheet.width - 2 * x
        spacing: (sheet.upright ? 16 : 8) * sheet.u
        Row {
            visible: sheet.certificate.name !== ""
            spacing: 8 * sheet.u
            Serif {
                id: who
                text: sheet.certificate.name
                px: 34 * sheet.u
                color: Theme.sheetInk
            }
            Serif {
                anchors.baseline: who.baseline
                text: sheet.certificate.greeting
                px: 23 * sheet.u
                font.weight: Font.Normal
                color: Theme.sheetInk
            }
        }
        Repeater {
            model: sheet.certificate.lines
            Serif {
                required property string modelData
                width: words.width
                text: modelData
                px: 21 * sheet.u
                font.weight: Font.Normal
                wrapMode: Text.Wrap
                em: Theme.roomy
                color: Theme.sheetInk
            }
        }
    }
    QrSketch {
        id: code
        x: words.x
        y: sheet.height - 230 * sheet.u
        width: 128 * sheet.u
        height: width
    }
    Column {
        anchors {
            left: code.right
            leftMargin: 16 * sheet.u
            verticalCenter: code.verticalCenter
        }
        Sans {
            text: sheet.certificate.numberLabel
            px: 13 * sheet.u
            color: Theme.sheetSoft
        }
        Serif {
            text: sheet.certificate.number
            px: 17 * sheet.u
            spread: 0
            color: Theme.sheetInk
        }
    }
    Column {
        x: sheet.width - words.x - width
        y: code.y
        Serif {
            anchors.right: parent.right
            text: sheet.certificate.issuer
            px: (sheet.upright ? 19 : 23) * sheet.u
            color: Theme.sheetInk
            em: Theme.roomy
        }
        Serif {
            anchors.right: parent.right
            text: sheet.certificate.issued
            px: 17 * sheet.u
            font.weight: Font.Normal
            color: Theme.sheetInk
            em: Theme.roomy
        }
    }
    Rectangle {           // 样章: of a demo; a real sheet has an empty place here
        visible: sheet.certificate.sample
        x: sheet.width * (sheet.upright ? 0.74 : 0.57) - width / 2
        y: code.y + (sheet.upright ? 74 : 34) * sheet.u
        width: 78 * sheet.u
        height: width
        color: Theme.clear
        border {
            width: Math.max(1, 3 * sheet.u)
            color: Theme.vermilionFill
        }
        Upright {
            anchors.centerIn: parent
            words: "样章"
            px: 29 * sheet.u
            color: Theme.vermilionFill
        }
    }
}
