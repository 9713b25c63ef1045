pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// Without a card: the number, then the PIN; staff: the PIN. The digits stay on this page until they are sent whole.
KioskPage {
    id: page
    required property Bridge bridge
    required property string purpose
    required property string stage
    required property bool checking
    required property var reasons
    desk: bridge
    reach: Theme.header + Theme.gate + Theme.s4
    Component.onCompleted: forceActiveFocus()
    Keys.onPressed: event => typing.key(event)

    upper: [
        PinHead {
            anchors.fill: parent
            purpose: page.purpose
            stage: page.stage
            checking: page.checking
            reasons: page.reasons
            digits: typing.digits
        }
    ]
    lower: [
        KeyPad {
            y: page.wide ? Theme.s3 : 0
            width: parent.width
            height: ways.y - y - Theme.s3
            enabled: !page.checking
            clearText: Words.say("pin.clear")
            rubText: Words.say("pin.rub")
            onDigit: digit => typing.add(digit)
            onClear: typing.clear()
            onRub: typing.rub()
        },
        ButtonRow {
            id: ways
            anchors.bottom: parent.bottom
            width: parent.width
            first: Words.say("pin.back")
            main: Words.say("pin.enter")
            mainIcon: "check"
            abreast: true
            ready: !page.checking && typing.digits !== ""
            onFirstPressed: page.bridge.back()
            onMainPressed: typing.enter()
        }
    ]
    Typing {
        id: typing
        enabled: !page.checking
        onEntered: digits => page.bridge.enter(digits)
    }
}
