pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// A seat, a place on the list, or a wish; only a seat looks like one and brings the dates for a phone's calendar.
KioskPage {
    id: page
    required property Bridge bridge
    required property var course
    required property string outcome
    required property int ahead
    required property var notices
    required property var withdrawUntil
    required property string calendar
    desk: bridge

    upper: [
        ClassHead {
            width: parent.width
            over: page.course.title
            heading: Words.say("enrolled." + page.outcome)
            lines: [Words.say("enrolled." + page.outcome + "_how", {
                    ahead: page.ahead
                }), page.withdrawUntil ? Words.say("course.until", {
                    date: Words.date(page.withdrawUntil.on),
                    time: page.withdrawUntil.starts
                }) : ""]
        }
    ]
    lower: [
        NoticeList {
            id: notices
            width: parent.width
            most: 1
            notices: page.notices
        },
        PaperSlip {
            id: slip
            visible: page.calendar !== ""
            anchors {
                top: notices.bottom
                topMargin: Theme.s2
                bottom: ways.top
                bottomMargin: Theme.s4
            }
            width: Math.min(height, parent.width * 0.6)
            QrCode {
                anchors.fill: parent
                rows: page.calendar !== "" ? page.bridge.modules(page.calendar) : []
                quiet: Theme.quiet
            }
        },
        Sans {
            visible: slip.visible
            anchors {
                left: slip.right
                leftMargin: Theme.s3
                right: parent.right
                verticalCenter: slip.verticalCenter
            }
            text: Words.say("enrolled.calendar")
            wrapMode: Text.Wrap
            px: Theme.body
            em: Theme.close
        },
        ButtonRow {
            id: ways
            anchors.bottom: parent.bottom
            width: parent.width
            first: Words.say("enrolled.more")
            main: Words.say("enrolled.finish")
            mainIcon: "check"
            onFirstPressed: page.bridge.lessons.programme("", "", false)
            onMainPressed: page.bridge.finish()
        }
    ]
}
