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
    reach: Math.max(Theme.header + Theme.s6 * (care ? 3 : 2) + Theme.s4, height * Theme.above)

    upper: [
        ClassHead {
            width: parent.width
            heading: Words.say("choose.heading")
            text: Words.say("choose.how")
        }
    ]
    lower: [
        NoticeList {
            id: notices
            y: Theme.s2
            width: parent.width
            most: 1
            notices: page.notices
        },
        Roll {
            id: doors
            anchors {
                top: notices.bottom
                topMargin: page.wide ? Theme.s2 : 0
                bottom: back.top
                bottomMargin: Theme.s3
            }
            width: parent.width
            model: page.sessions
            delegate: SessionDoor {
                required property var modelData
                required property int index
                width: doors.width
                height: Math.max(Theme.doorLow, Math.min(Theme.doorHigh, doors.height / page.sessions.length))
                row: modelData
                onPressed: page.bridge.lessons.checkIn(modelData.session)
                onFocused: doors.show(index)
            }
        },
        ButtonRow {
            id: back
            anchors.bottom: parent.bottom
            width: parent.width
            main: Words.say("choose.back")
            mainKind: "plain"
            onMainPressed: page.bridge.back()
        }
    ]
}
