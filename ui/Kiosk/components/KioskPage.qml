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
    property string tab                       // of the desk, where staff are
    property bool turns: !Theme.still         // comes up; else it is there at once
    readonly property bool wide: Theme.wide
    readonly property bool care: Theme.care
    readonly property bool signedIn: desk.frame.member !== ""
    readonly property real lowest: height * (1 - Theme.below)           // nothing lies under it
    readonly property int line: Math.max(reach, height * Theme.above)   // portrait: pressed below, read above
    readonly property bool asked: feet && desk.frame.careOffer !== ""
    readonly property int low: asked ? question.height : feet ? Theme.bar : 0
    readonly property int foot: low + trouble.height + caption.height + height - lowest
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
        height: sheet.wide ? sheet.height - y - sheet.foot : sheet.line - y
    }
    // with too little room, because it is moved down or something is said below it, it is drawn smaller rather than cut
    Pane {
        id: lowerPane
        readonly property real from: sheet.wide ? topBar.height + Theme.s2 : sheet.reach
        readonly property real room: sheet.height - y - sheet.foot
        readonly property real least: (sheet.height - from - (sheet.feet ? Theme.bar : 0)) * Theme.tight
        x: sheet.wide ? sheet.crease : Theme.margin
        y: sheet.wide ? Math.max(from, sheet.height * Theme.above) : sheet.line
        width: (sheet.width - x - Theme.margin) / scale
        height: room / scale
        scale: Math.min(1, room / least)
        transformOrigin: Item.TopLeft
    }
    Caption {
        id: caption
        y: sheet.lowest - sheet.low - height
        width: parent.width
        text: sheet.asked ? "" : sheet.desk.caption
        onPressed: sheet.desk.repeat()
    }
    Trouble {
        id: trouble
        y: caption.y - height
        width: parent.width
        text: sheet.desk.machine.trouble === "" ? "" : Words.say(sheet.desk.machine.trouble)
    }
    Loader {
        active: sheet.feet && !sheet.asked
        anchors {
            left: parent.left
            right: parent.right
            bottom: parent.bottom
            bottomMargin: sheet.height - sheet.lowest
        }
        height: sheet.low
        sourceComponent: sheet.desk.frame.duty ? tabs : bar
    }
    Component {
        id: bar
        FootBar {
            signedIn: sheet.signedIn
            lowers: sheet.desk.choices.canLower
            low: sheet.desk.choices.low
            voice: sheet.desk.choices.voice
            onVoiced: sheet.desk.choices.toggleVoice()
            onCare: sheet.desk.toggleCare()
            onNight: sheet.desk.choices.toggleNight()
            onLower: sheet.desk.choices.toggleLow()
            onLanguage: sheet.desk.switchLanguage()
            onCall: sheet.desk.aside.callStaff()
            onEnd: sheet.desk.finish()
        }
    }
    Component {
        id: tabs
        DeskTabs {
            upright: false
            tabs: sheet.desk.frame.duty?.tabs ?? []
            here: sheet.tab
            onChosen: tab => sheet.desk.duty.tab(tab)
        }
    }
    CareQuestion {
        id: question
        visible: sheet.asked
        y: sheet.lowest - height
        width: parent.width
        height: implicitHeight
        offer: visible ? sheet.desk.frame.careOffer : "remember"
        onDecided: yes => sheet.desk.rememberCare(yes)
    }
    Loader {
        active: !!sheet.desk.frame.duty
        anchors.fill: parent
        sourceComponent: DutyFrame {
            readonly property var duty: sheet.desk.frame.duty
            readonly property bool soon: (duty?.leftS ?? 180) <= 30
            share: duty ? duty.leftS / duty.wholeS : 1
            tone: soon || (duty?.practice ?? false) ? Theme.ochre : duty?.role === "technician" ? Theme.ink : Theme.dutyFill
            dashed: duty?.practice ?? false
        }
    }
}
