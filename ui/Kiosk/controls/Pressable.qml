import QtQuick
import Kiosk

// Whatever can be pressed: by touch at its release, by Enter or Space; the keyboard's place is an ink frame.
Item {
    id: pressable
    required property string name
    property bool down: false
    property int focusGap: Theme.s1    // the frame stands so far outside
    signal pressed
    activeFocusOnTab: enabled
    Accessible.role: Accessible.Button
    Accessible.name: name
    Accessible.focusable: true
    Accessible.onPressAction: if (enabled) {
        pressed();
    }
    Keys.onPressed: event => {
        if (event.isAutoRepeat || ![Qt.Key_Return, Qt.Key_Enter, Qt.Key_Space].includes(event.key))
            return;
        event.accepted = true;
        pressable.pressed();
    }
    Rectangle {
        visible: pressable.activeFocus
        z: 1
        anchors {
            fill: parent
            margins: -pressable.focusGap
        }
        color: Theme.clear
        radius: Theme.radius + pressable.focusGap / 2
        border {
            width: Theme.bold
            color: Theme.ink
        }
    }
    TapHandler {
        gesturePolicy: TapHandler.ReleaseWithinBounds
        longPressThreshold: 3600   // a slow finger presses too
        onPressedChanged: pressable.down = pressed
        onTapped: pressable.pressed()
    }
}
