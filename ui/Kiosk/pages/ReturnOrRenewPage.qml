pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// The member's own book: give it back, or keep it longer?
KioskPage {
    id: page
    required property Bridge bridge
    required property string loan
    required property var book
    required property var due
    required property var renewedDue
    required property var whyNot
    required property bool alreadyReturned
    readonly property bool renewable: !!renewedDue
    desk: bridge
    reach: Theme.header + Theme.coverPage * 1.42 + Theme.s5 * 2

    upper: [
        LoanHead {
            anchors.fill: parent
            book: page.book
            due: page.due
            heading: page.alreadyReturned ? Words.say("choice.returned") : Words.say("choice.heading")
        }
    ]
    lower: [
        Row {
            id: choices
            y: page.wide ? Theme.s3 : 0
            width: parent.width
            height: page.renewable ? Theme.choice : Theme.choiceLow
            spacing: Theme.s3
            ChoiceDoor {
                width: (parent.width - Theme.s3) / 2
                height: parent.height
                icon: "giveback"
                text: Words.say("choice.give_back")
                note: page.alreadyReturned ? Words.say("choice.give_back_done") : Words.say("choice.give_back_note")
                onPressed: page.bridge.giveBack(page.loan)
            }
            ChoiceDoor {
                enabled: page.renewable
                width: (parent.width - Theme.s3) / 2
                height: parent.height
                icon: "renew"
                text: page.alreadyReturned ? Words.say("choice.keep") : Words.say("choice.renew")
                note: page.renewable ? Words.say("choice.renew_note") : Words.say("choice.renew_not")
                fact: page.renewable ? Words.date(page.renewedDue.on) : ""
                onPressed: page.bridge.renew(page.loan)
            }
        },
        NoticeList {
            anchors {
                top: choices.bottom
                topMargin: Theme.s3
            }
            width: parent.width
            notices: page.whyNot
            most: page.care && page.wide ? 1 : 3
        },
        ButtonRow {
            id: buttons
            anchors.bottom: parent.bottom
            width: parent.width
            main: Words.say("choice.back")
            mainKind: "plain"
            mainIcon: "back"
            onMainPressed: page.bridge.back()
        }
    ]
}
