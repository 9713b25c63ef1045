pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// The screen is being wiped: touches do nothing until the ring is empty.
KioskPage {
    id: page
    required property Bridge bridge
    required property int leftS
    property int whole: 0              // what the countdown began with
    Component.onCompleted: whole = leftS
    desk: bridge
    feet: false

    upper: [
        Ring {
            id: ring
            anchors {
                horizontalCenter: parent.horizontalCenter
                bottom: parent.bottom
                bottomMargin: page.wide ? (parent.height - height) / 2 : 0
            }
            width: Theme.ring
            height: width
            share: page.leftS / Math.max(1, page.whole)
            Figure {
                anchors.centerIn: parent
                text: page.leftS
                px: ring.width * 0.46
            }
        }
    ]
    lower: [
        Column {
            y: page.wide ? (parent.height - height) / 2 : Theme.s5
            width: parent.width
            spacing: Theme.s2
            Serif {
                width: parent.width
                horizontalAlignment: page.wide ? Text.AlignLeft : Text.AlignHCenter
                text: Words.say("cleaning.heading")
                px: Theme.display
                wrapMode: Text.Wrap
            }
            Sans {
                width: parent.width
                horizontalAlignment: page.wide ? Text.AlignLeft : Text.AlignHCenter
                text: Words.say("cleaning.how")
                px: Theme.lead
                wrapMode: Text.Wrap
            }
        }
    ]
    // over everything, so that a cloth presses nothing
    Pressable {
        anchors.fill: parent
        name: Words.say("cleaning.heading")
        focusGap: -Theme.s2
    }
}
