pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// The sheet that every page is written on. Portrait: read above the reach line, press below it. Landscape: read left, press right.
Rectangle {
    id: sheet
    required property Bridge desk
    property alias ground: groundPane.data    // behind everything, from edge to edge
    property alias upper: upperPane.data
    property alias lower: lowerPane.data
    property real reach: Math.round(height * Theme.reach)
    property bool feet: true                  // has a foot bar
    property bool clock: true
    property bool turns: !Theme.still         // comes up; else it is there at once
    readonly property bool wide: Theme.wide
    readonly property bool care: Theme.care
    readonly property bool signedIn: desk.frame.member !== ""
    readonly property int foot: feet ? Theme.bar : 0
    readonly property int crease: Math.round(width * Theme.split)
    property real come: turns ? Theme.begun : 1   // how far the page has come up
    color: Theme.paper
    NumberAnimation on come {
        running: sheet.turns
        to: 1
        duration: Theme.turn
        easing.type: Theme.ease
    }

    component Pane: Item {
        opacity: sheet.come
        transform: Translate {
            y: (1 - sheet.come) * Theme.rise
        }
    }
    Pane {
        id: groundPane
        y: topBar.height
        width: parent.width
        height: parent.height - y - sheet.foot
    }
    TopBar {
        id: topBar
        width: parent.width
        frame: sheet.desk.frame
        clock: sheet.clock
    }
    Pane {
        id: upperPane
        x: Theme.margin
        y: topBar.height
        width: sheet.wide ? sheet.crease - Theme.margin - Theme.s4 : sheet.width - 2 * Theme.margin
        height: sheet.wide ? sheet.height - y - sheet.foot : sheet.reach - y
    }
    Pane {
        id: lowerPane
        x: sheet.wide ? sheet.crease : Theme.margin
        y: sheet.wide ? topBar.height + Theme.s2 : sheet.reach
        width: sheet.width - x - Theme.margin
        height: sheet.height - y - sheet.foot
    }
    Loader {
        active: sheet.feet
        anchors {
            left: parent.left
            right: parent.right
            bottom: parent.bottom
        }
        height: sheet.foot
        sourceComponent: FootBar {
            signedIn: sheet.signedIn
            onCare: sheet.desk.toggleCare()
            onNight: sheet.desk.toggleNight()
            onLanguage: sheet.desk.switchLanguage()
            onCall: sheet.desk.callStaff()
            onEnd: sheet.desk.finish()
        }
    }
}
