import QtQuick
import Kiosk

// The slip of a pile as a code, to be photographed across the desk.
Item {
    id: slip
    required property var rows
    Rectangle {
        id: paper
        y: Theme.s3
        width: Math.min(parent.width, parent.height - words.height - 2 * Theme.s3)
        height: width
        color: Theme.slip
        QrCode {
            anchors.fill: parent
            rows: slip.rows
            quiet: 4
        }
    }
    Sans {
        id: words
        anchors {
            top: paper.bottom
            topMargin: Theme.s2
        }
        width: parent.width
        text: Words.say("counter.slip_how")
        wrapMode: Text.Wrap
        px: Dense.lead
    }
}
