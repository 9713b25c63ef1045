import QtQuick
import Kiosk

// The card as it will be printed: hall, name, number, tier, until when.
Rectangle {
    id: card
    required property string hall
    required property string name
    required property string tier
    required property string number
    required property string until
    implicitHeight: Math.round(width * 54 / 85.6)
    radius: width * 0.035
    color: Theme.sheet
    border {
        width: Theme.line
        color: Theme.sheetRule
    }
    Rectangle {
        x: card.width * 0.06
        y: card.height * 0.24
        width: card.width * 0.44
        height: Theme.s0
        color: Theme.sheetPine
    }
    Sans {
        x: card.width * 0.06
        y: card.height * 0.08
        width: card.width * 0.46
        text: card.hall
        strong: true
        elide: Text.ElideRight
        color: Theme.sheetPine
        px: card.width * 0.045
        em: Theme.close
    }
    Serif {
        x: card.width * 0.06
        y: card.height * 0.3
        width: card.width * 0.46
        text: card.name
        elide: Text.ElideRight
        color: Theme.sheetInk
        px: card.width * 0.1
        em: Theme.close
    }
    Sans {
        x: card.width * 0.06
        anchors {
            bottom: parent.bottom
            bottomMargin: card.height * 0.08
        }
        width: card.width * 0.46
        text: [card.tier, card.number, card.until].join("\n")
        color: Theme.sheetSoft
        wrapMode: Text.Wrap
        px: card.width * 0.038
        em: Theme.roomy
    }
    QrSketch {
        anchors {
            right: parent.right
            rightMargin: card.height * 0.12
            verticalCenter: parent.verticalCenter
        }
        width: card.height * 0.62
        height: width
    }
}
