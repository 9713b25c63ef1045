import QtQuick
import Kiosk

// The dates for a phone's calendar: a small code, and one line beside it.
Item {
    id: calendar
    required property var rows             // of the code
    implicitHeight: Theme.calendarCode
    Rectangle {
        id: sheet
        width: parent.height
        height: width
        color: Theme.sheet
        radius: Theme.radius
        border {
            width: Theme.line
            color: Theme.hairline
        }
        QrCode {
            anchors.fill: parent
            rows: calendar.rows
            quiet: Theme.quiet
        }
    }
    Sans {
        anchors {
            left: sheet.right
            leftMargin: Theme.s4
            right: parent.right
            verticalCenter: parent.verticalCenter
        }
        text: Words.say("enrolled.calendar")
        wrapMode: Text.Wrap
        px: Theme.lead
        em: Theme.close
    }
}
