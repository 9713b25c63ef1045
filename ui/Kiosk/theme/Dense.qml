pragma Singleton
import QtQuick
import Kiosk

// The staff side: the same paper and ink, one step denser. 60 cm from a 24 inch screen, not 40 cm standing.
QtObject {
    // type
    readonly property int caption: 22             // 20 only for keys, axes, the second line of the head
    readonly property int body: 25
    readonly property int lead: 30
    readonly property int head: 34
    readonly property int title: 44
    readonly property int figure: 64
    readonly property int hero: 150

    // space and targets; the same page is pressed with a finger at the kiosk
    readonly property int gap: 24
    readonly property int margin: 40
    readonly property int row: 72
    readonly property int touch: 64
    readonly property int primary: 88
    // frame
    readonly property int edge: 10
    readonly property int rail: 140
    readonly property int top: Theme.wide ? 92 : 164
    readonly property int slot: 84
    readonly property int foot: 112
    readonly property int plate: Theme.wide ? 344 : 320
    // keys are shown where a keyboard stands
    readonly property bool keyboard: Theme.wide
}
