import QtQuick
import Kiosk

// The lower part of a slip: its code, and the two ticks.
Item {
    id: slip
    required property var rows         // of the code
    required property var confirmed    // yes, not yet, or nothing: there is no centre
    required property bool later
    property bool noting: false        // a code for a phone's calendar
    readonly property bool alone: confirmed === null || confirmed === undefined
    QrCode {
        id: qr
        x: -quiet * module + (Theme.wide ? Theme.s3 : 0)
        anchors.verticalCenter: parent.verticalCenter
        width: Math.min(parent.height, parent.width * (Theme.care ? 0.38 : 0.44))
        height: width
        rows: slip.rows
        quiet: Theme.quiet
    }
    Column {
        anchors {
            left: qr.right
            right: parent.right
            verticalCenter: parent.verticalCenter
        }
        spacing: Theme.s2
        SlipTick {
            visible: !slip.noting
            width: parent.width
            text: Words.say(slip.alone ? "receipt.alone" : "receipt.kept")
        }
        SlipTick {
            visible: !slip.alone && !slip.noting
            width: parent.width
            text: Words.say(slip.confirmed ? "receipt.confirmed" : "receipt.waits")
            done: !!slip.confirmed
        }
        Sans {
            width: parent.width
            text: Words.say(slip.noting ? "receipt.calendar_how" : slip.later ? "receipt.code_later" : "receipt.code")
            wrapMode: Text.Wrap
            color: Theme.sheetSoft
            px: Theme.care ? Theme.caption : Theme.note
            em: Theme.close
        }
    }
}
