pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// Staff 盘点: the last scan large, how far it is, what needs a hand; and the question that ends it.
KioskPage {
    id: page
    required property Bridge bridge
    required property var scope
    required property string stage
    required property int seen
    required property int toDo
    required property int unseen
    required property string walked
    required property var last
    required property var rows
    required property bool mayClose
    required property var reasons
    readonly property bool counting: stage === "counting"
    readonly property bool asking: stage === "asking"
    desk: bridge
    tab: "titles"
    reach: Theme.header + Theme.gate * 0.94

    upper: [
        CountHead {
            anchors.fill: parent
            scope: page.scope
            walked: page.walked
            last: page.last
            reasons: page.reasons
            visible: page.counting
        },
        CountEnd {
            y: Theme.s4
            width: parent.width
            visible: !page.counting
            stage: page.stage
            seen: page.seen
            unseen: page.unseen
        }
    ]
    lower: [
        CountBoard {
            id: board
            y: Theme.s2
            width: parent.width
            seen: page.seen
            toDo: page.toDo
            unseen: page.unseen
            closed: page.stage === "closed"
        },
        CountList {
            anchors {
                top: board.bottom
                topMargin: Theme.s3
                bottom: note.top
                bottomMargin: Theme.s2
            }
            width: parent.width
            rows: page.rows
        },
        Sans {
            id: note
            anchors.bottom: ways.top
            width: parent.width
            height: visible ? implicitHeight : 0
            visible: page.counting && !page.mayClose
            text: Words.say("count.librarian")
            elide: Text.ElideRight
            color: Theme.inkSoft
            em: Theme.close
        },
        ButtonRow {
            id: ways
            visible: page.stage !== "closing"
            anchors.bottom: parent.bottom
            width: parent.width
            abreast: true
            first: page.asking ? Words.say("count.ask_yes") : page.counting && page.mayClose ? Words.say("count.close") : ""
            main: Words.say(page.asking ? "count.ask_no" : "count.back")
            mainKind: "pine"
            onFirstPressed: page.asking ? page.bridge.duty.closeStocktake() : page.bridge.duty.askClose()
            onMainPressed: page.asking ? page.bridge.duty.stocktake() : page.bridge.back()
        }
    ]
}
