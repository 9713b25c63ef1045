import QtQuick
import Kiosk

// Where am I, what time is it, how is the line to the hub; or, signed in: who am I (masked), how long the visit still lasts.
Item {
    id: bar
    required property var frame
    property bool clock: true
    readonly property bool signedIn: frame.member !== ""
    readonly property var duty: frame.duty
    readonly property bool soon: !!duty && duty.leftS <= 30
    implicitHeight: Theme.header

    HallMark {
        id: mark
        visible: !bar.signedIn && !bar.duty
        anchors {
            left: parent.left
            leftMargin: Theme.margin
            verticalCenter: parent.verticalCenter
        }
    }
    FaceDisc {
        visible: bar.signedIn || !!bar.duty
        anchors.centerIn: mark
        face: bar.duty?.face ?? bar.frame.face
        color: !bar.duty ? Theme.pineFill : bar.duty.role === "technician" ? Theme.ink : Theme.dutyFill
    }
    Column {
        anchors {
            left: mark.right
            leftMargin: Theme.s3
            right: clock.left
            rightMargin: Theme.s3
            verticalCenter: parent.verticalCenter
        }
        Serif {
            width: parent.width
            text: bar.duty?.name ?? (bar.signedIn ? bar.frame.member : bar.frame.hall)
            px: Theme.section
            em: 1.28
            elide: Text.ElideRight
        }
        Sans {
            visible: !Theme.care
            width: parent.width
            text: bar.duty ? Words.say("role." + bar.duty.role) + " · " + Words.stays(bar.duty) : bar.signedIn ? Words.say("tier." + bar.frame.tier) + " · " + bar.frame.hall : bar.frame.place
            color: bar.soon ? Theme.ochre : Theme.inkSoft
            px: Theme.caption
            em: 1.36
            elide: Text.ElideRight
        }
    }
    Column {
        id: clock
        anchors {
            right: parent.right
            rightMargin: Theme.margin
            verticalCenter: parent.verticalCenter
        }
        Row {
            anchors.right: parent.right
            spacing: Theme.s3
            SyncLight {
                light: bar.frame.light
                visible: !Theme.care
                anchors.verticalCenter: parent.verticalCenter
            }
            Figure {
                visible: bar.clock
                text: bar.frame.now
                px: Theme.care ? Theme.title : 56
            }
        }
        Sans {
            visible: bar.clock
            anchors.right: parent.right
            text: Words.date(bar.frame.today) + " " + Words.weekday(bar.frame.today) + (Theme.care || !Words.upright || bar.frame.lunar === "" ? "" : " · " + Words.say("top.lunar", {
                lunar: bar.frame.lunar
            }))
            color: Theme.inkSoft
            px: Theme.caption
            em: 1.36
        }
    }
    Hairline {
        anchors {
            left: parent.left
            right: parent.right
            bottom: parent.bottom
            leftMargin: Theme.margin
            rightMargin: Theme.margin
        }
    }
    Rectangle {
        visible: bar.signedIn
        anchors {
            left: parent.left
            bottom: parent.bottom
            leftMargin: Theme.margin
        }
        width: (parent.width - 2 * Theme.margin) * bar.frame.remaining
        height: Theme.s0
        color: Theme.pine
    }
}
