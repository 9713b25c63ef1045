pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// A title's copies, and below them what can be done with the one in hand; each deed keeps its digit while the copy is the same.
Column {
    id: pane
    required property var screen           // the page
    readonly property int most: 5          // copies at a time, so that the deeds stay in sight
    readonly property int pages: Math.ceil(screen.copies.length / most)
    readonly property string inHand: screen.chosen
    property int at: 0
    readonly property int open: Math.max(0, Math.min(at, pages - 1))
    readonly property real each: (width - (deeds.columns - 1) * deeds.spacing) / deeds.columns
    signal chosen(string copy)
    signal asked(string deed)
    signal added
    signal labelled
    function turnToHand() {
        at = Math.max(0, Math.floor(screen.copies.findIndex(copy => copy.number === inHand) / most));
    }
    onInHandChanged: turnToHand()
    Component.onCompleted: turnToHand()
    spacing: Theme.s2
    DeskHeading {
        width: parent.width
        text: Words.say("titles.copies")
        note: [Words.say("titles.count_here", {
                count: pane.screen.here
            }), Words.say("titles.count_out", {
                count: pane.screen.out
            }), pane.screen.waiting > 0 ? Words.say("titles.waiting", {
                count: pane.screen.waiting
            }) : ""].filter(part => part !== "").join(" · ")
    }
    Column {
        width: parent.width
        Repeater {
            model: pane.screen.copies.slice(pane.open * pane.most, (pane.open + 1) * pane.most)
            CopyRow {
                required property var modelData
                width: pane.width
                height: implicitHeight
                copy: modelData
                chosen: modelData.number === pane.screen.chosen
                onPressed: pane.chosen(modelData.number)
            }
        }
    }
    Row {
        visible: pane.pages > 1
        spacing: Theme.gap
        DeskButton {
            width: pane.each
            enabled: pane.open > 0
            text: Words.say("titles.before")
            onPressed: pane.at = pane.open - 1
        }
        Sans {
            width: pane.each
            anchors.verticalCenter: parent.verticalCenter
            horizontalAlignment: Text.AlignHCenter
            text: Words.say("titles.page", {
                at: pane.open + 1,
                pages: pane.pages
            })
            color: Theme.inkSoft
            px: Dense.caption
            em: Theme.close
        }
        DeskButton {
            width: pane.each
            enabled: pane.open + 1 < pane.pages
            text: Words.say("titles.after")
            onPressed: pane.at = pane.open + 1
        }
    }
    Sans {
        visible: text !== ""
        width: parent.width
        text: pane.screen.count === 0 ? Words.say("titles.no_copies") : pane.screen.count > pane.screen.copies.length ? Words.say("titles.more_copies", {
            count: pane.screen.count - pane.screen.copies.length
        }) : pane.screen.mayChange && pane.screen.chosen === "" ? Words.say("titles.choose") : ""
        wrapMode: Text.Wrap
        color: Theme.inkSoft
        px: Dense.body
        em: Theme.close
    }
    ReasonLines {
        width: parent.width
        reasons: pane.screen.reasons
    }
    Grid {
        id: deeds
        visible: pane.screen.mayChange && pane.screen.deeds.length > 0
        columns: 3
        spacing: Theme.gap
        Repeater {
            model: pane.screen.mayChange ? pane.screen.deeds : []
            DeskButton {
                required property string modelData
                required property int index
                width: pane.each
                text: Words.say("titles.deed_" + modelData)
                key: index + 1
                onPressed: pane.asked(modelData)
            }
        }
    }
    Row {
        visible: pane.screen.mayChange
        spacing: Theme.gap
        DeskButton {
            width: pane.each
            text: Words.say("titles.add")
            key: "+"
            onPressed: pane.added()
        }
        DeskButton {
            width: 2 * pane.each + Theme.gap
            enabled: pane.screen.prints
            text: Words.say(pane.screen.chosen !== "" ? "titles.label_one" : pane.screen.prints ? "titles.label_all" : "titles.label_choose")
            icon: "code"
            key: "Ctrl P"
            onPressed: pane.labelled()
        }
    }
}
