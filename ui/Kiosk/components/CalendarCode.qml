import QtQuick
import Kiosk

// The dates for a phone's calendar: a small code, and beside it one line, until when the seat can be given back, and what had better be known.
Item {
    id: calendar
    required property var rows             // of the code
    required property string note
    required property var notices
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
    Column {
        anchors {
            left: sheet.right
            leftMargin: Theme.s4
            right: parent.right
            verticalCenter: parent.verticalCenter
        }
        spacing: Theme.s3
        Sans {
            width: parent.width
            text: Words.say("enrolled.calendar")
            wrapMode: Text.Wrap
            px: Theme.lead
            em: Theme.close
        }
        Sans {
            visible: text !== ""
            width: parent.width
            text: calendar.note
            wrapMode: Text.Wrap
            color: Theme.inkSoft
            px: Theme.note
            em: Theme.close
        }
        NoticeList {
            width: parent.width
            most: 1
            notices: calendar.notices
        }
    }
}
