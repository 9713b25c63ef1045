import QtQuick
import Kiosk

// Care mode: until when, how many, and at most three ways on.
Item {
    id: page
    required property var due          // { on, days, movedBy }, or nothing
    property string heading: Words.say("care.due")
    property string text
    property var notices: []
    property color tone: Theme.vermilion
    property alias buttons: ways
    Hairline {
        visible: !Theme.wide
        width: parent.width
    }
    Column {
        y: Theme.s3
        width: parent.width
        Sans {
            width: parent.width
            text: page.heading
            px: Theme.lead
            wrapMode: Text.Wrap
            em: Theme.close
        }
        Row {
            spacing: Theme.s3
            Figure {
                id: day
                text: page.due ? Words.date(page.due.on) : ""
                px: Theme.wide ? Theme.hero * 0.8 : Theme.hero
                color: page.tone
            }
            Sans {
                anchors.baseline: day.baseline
                text: page.due ? Words.weekday(page.due.on) : ""
                px: Theme.title
                strong: true
            }
        }
        Sans {
            visible: !Theme.wide || page.notices.length === 0    // what stops the next loan says more than a count
            width: parent.width
            text: page.text
            px: Theme.body
            wrapMode: Text.Wrap
            em: Theme.close
            bottomPadding: Theme.s3
        }
        NoticeList {
            width: parent.width
            notices: page.notices
        }
    }
    ButtonRow {
        id: ways
        anchors.bottom: parent.bottom
        width: parent.width
    }
}
