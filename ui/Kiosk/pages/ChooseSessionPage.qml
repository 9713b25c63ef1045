pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// Several doors are open for this card: which one?
KioskPage {
    id: page
    required property Bridge bridge
    required property var sessions
    required property var notices
    desk: bridge
    reach: Theme.header + Theme.s6 * 2

    upper: [
        ClassHead {
            width: parent.width
            heading: Words.say("choose.heading")
            lines: page.wide ? [Words.say("choose.how")] : []
        }
    ]
    lower: [
        NoticeList {
            id: notices
            width: parent.width
            most: 1
            notices: page.notices
        },
        SessionList {
            anchors {
                top: notices.bottom
                bottom: ways.top
                bottomMargin: Theme.s3
            }
            width: parent.width
            rows: page.sessions
            button: Words.say("choose.this")
            onChosen: row => page.bridge.lessons.checkIn(row.session)
        },
        ButtonRow {
            id: ways
            anchors.bottom: parent.bottom
            width: parent.width
            main: Words.say("choose.back")
            mainKind: "plain"
            onMainPressed: page.bridge.back()
        }
    ]
}
