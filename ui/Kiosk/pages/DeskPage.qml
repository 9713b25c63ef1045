pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// Staff mode: who works here now, what the role may do, and the way out.
KioskPage {
    id: page
    required property Bridge bridge
    required property string name
    required property string role
    required property var may
    required property int leftS
    required property var light
    readonly property bool ending: leftS <= 30
    property int whole: 1              // the most that was left
    onLeftSChanged: whole = Math.max(whole, leftS)
    Component.onCompleted: whole = Math.max(whole, leftS)
    desk: bridge
    reach: Theme.header + Theme.gate

    upper: [
        DutyHead {
            anchors.fill: parent
            name: page.name
            role: page.role
            seconds: page.leftS
            ending: page.ending
            light: page.light
        }
    ]
    lower: [
        DutyList {
            y: page.wide ? Theme.s3 : 0
            width: parent.width
            may: page.may
            told: line.told
            onOpened: action => page.bridge.duty.open(action)
        },
        HubTold {
            id: line
            visible: !page.wide && told
            anchors {
                bottom: finish.top
                bottomMargin: Theme.care ? Theme.s2 : Theme.s4
            }
            width: parent.width
            light: page.light
        },
        ButtonRow {
            id: finish
            anchors.bottom: parent.bottom
            width: parent.width
            main: Words.say("desk.finish")
            mainIcon: "exit"
            mainKind: "pine"
            onMainPressed: page.bridge.finish()
        }
    ]
    DutyFrame {
        anchors.fill: parent
        share: page.leftS / page.whole
        tone: page.ending ? Theme.ochre : Theme.dutyFill
    }
}
