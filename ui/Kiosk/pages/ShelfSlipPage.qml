pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// 索书条: where the book stands, on a slip to be remembered or photographed.
KioskPage {
    id: page
    required property Bridge bridge
    required property var row
    required property string classMark
    required property string room
    required property string tier
    required property string place
    desk: bridge
    reach: Theme.header + Theme.finder

    ground: [
        PaperSlip {
            x: Theme.margin - Theme.s2
            y: Theme.s3
            width: page.width - 2 * x
            height: parent.height - ways.height - Theme.s4 - y
        }
    ]
    upper: [
        TitleHead {
            anchors {
                fill: parent
                leftMargin: Theme.s3
                rightMargin: Theme.s3
                topMargin: Theme.s5
                bottomMargin: Theme.s4
            }
            paper: true
            row: page.row
            small: Words.say("title.class", {
                mark: page.classMark
            })
        }
    ]
    lower: [
        ShelfWay {
            x: Theme.s3
            y: page.wide ? Theme.s4 : 0
            width: parent.width - 2 * x
            height: ways.y - y - Theme.s4
            room: page.room
            tier: page.tier
            place: page.place
            row: page.row
        },
        ButtonRow {
            id: ways
            anchors.bottom: parent.bottom
            width: parent.width
            abreast: true
            first: Words.say("slip.back")
            main: Words.say("slip.finish")
            mainIcon: "check"
            onFirstPressed: page.bridge.finder.back()
            onMainPressed: page.bridge.back()
        }
    ]
}
