pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// Nobody has done anything for a while; any touch goes on.
KioskPage {
    id: page
    required property Bridge bridge
    required property int leftS
    property int whole: 0              // what the countdown began with
    Component.onCompleted: whole = leftS
    desk: bridge
    feet: false

    ground: [
        TapHandler {
            onTapped: page.bridge.stay()
        }
    ]
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
            y: page.wide ? (parent.height - height - stay.height) / 2 : Theme.s5
            width: parent.width
            spacing: Theme.s2
            Serif {
                width: parent.width
                horizontalAlignment: page.wide ? Text.AlignLeft : Text.AlignHCenter
                text: Words.say("idle.heading")
                px: Theme.display
                wrapMode: Text.Wrap
            }
            Sans {
                width: parent.width
                horizontalAlignment: page.wide ? Text.AlignLeft : Text.AlignHCenter
                text: Words.say("idle.text", {
                    seconds: page.leftS
                })
                px: Theme.lead
                wrapMode: Text.Wrap
            }
            Sans {
                width: parent.width
                horizontalAlignment: page.wide ? Text.AlignLeft : Text.AlignHCenter
                text: Words.say("idle.safe")
                px: Theme.lead
                color: Theme.pine
                wrapMode: Text.Wrap
            }
        },
        BigButton {
            id: stay
            anchors {
                bottom: parent.bottom
                bottomMargin: Theme.s5
            }
            width: parent.width
            height: Theme.grand
            kind: "primary"
            text: Words.say("idle.stay")
            onPressed: page.bridge.stay()
        }
    ]
}
