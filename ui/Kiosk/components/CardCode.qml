import QtQuick
import Kiosk

// The code of a card, to be photographed where no printer stands.
Row {
    id: card
    required property var rows             // of the code
    required property string how
    spacing: Dense.gap
    Rectangle {
        id: sheet
        width: Math.min(card.width * 0.5, Dense.hero * 2)
        height: width
        color: Theme.sheet
        Accessible.role: Accessible.Graphic
        Accessible.name: card.how
        QrCode {
            anchors.fill: parent
            rows: card.rows
            quiet: 4
        }
    }
    Sans {
        width: card.width - sheet.width - card.spacing
        anchors.verticalCenter: sheet.verticalCenter
        text: card.how
        wrapMode: Text.Wrap
        px: Dense.body
        em: Theme.close
    }
}
