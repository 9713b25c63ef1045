pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// One title as a catalogue card, written anew line by line; beside it its copies and what can be done with each.
StaffPage {
    id: page
    required property Bridge bridge
    required property var book
    required property var blanks
    required property var copies
    required property int count
    required property int here
    required property int out
    required property int waiting
    required property string chosen
    required property var deeds
    required property bool mayChange
    required property bool prints
    required property var writing
    required property var asking
    required property string told
    required property bool undo
    required property var reasons
    readonly property var titles: bridge.duty.titles
    readonly property bool asked: !!writing || !!asking
    desk: bridge
    tab: "titles"
    title: Words.say("doors.titles")
    note: told === "" ? Words.say(mayChange ? "titles.desk_note" : "titles.look_only") : Words.say("titles.told_" + told) + (undo || told === "undone" ? "" : " · " + Words.say("titles.not_undone"))
    live: true
    finds: true
    onFinding: titles.find("")
    needs: wide ? Math.max(card.height, asked ? hand.implicitHeight : pane.height) + 2 * Dense.gap : card.height + (asked ? hand.implicitHeight : pane.height) + 3 * Dense.gap
    onKeyed: key => {
        if (writing)
            (hand.item as BlankHand)?.key(key);
        else if (asking)
            (hand.item as DeedPane)?.key(key);
        else if (key === "Ctrl+Z" && undo)
            titles.undo();
        else if (key === "Ctrl+P" && prints)
            titles.labels();
        else if (key === "+" && mayChange)
            titles.add();
        else if (key === "Esc")
            titles.find("");
        else if (mayChange && deeds[Number(key) - 1])
            titles.ask(deeds[Number(key) - 1]);
    }
    tools: [
        DeskButton {
            visible: page.undo
            text: Words.say("titles.undo")
            icon: "undo"
            key: "Ctrl Z"
            onPressed: page.titles.undo()
        },
        DeskButton {
            text: Words.say("titles.another")
            icon: "search"
            key: "Esc"
            onPressed: page.titles.find("")
        }
    ]
    body: [
        CatalogueCard {
            id: card
            y: Dense.gap
            width: page.wide ? Math.floor(parent.width * 0.38) : parent.width
            height: implicitHeight
            book: page.book
            blanks: page.blanks
            hand: page.writing?.key ?? ""
            open: page.mayChange
            onTaken: key => page.titles.take(key === page.writing?.key ? "" : key)
        },
        CopiesPane {
            id: pane
            visible: !page.asked
            x: page.wide ? card.width + Dense.margin : 0
            y: page.wide ? Dense.gap : card.y + card.height + Dense.gap
            width: parent.width - x
            screen: page
            onChosen: copy => page.titles.choose(copy)
            onAsked: deed => page.titles.ask(deed)
            onAdded: page.titles.add()
            onLabelled: page.titles.labels()
        },
        Loader {
            id: hand
            active: page.asked
            focus: active
            x: pane.x
            y: pane.y
            width: pane.width
            height: Math.max(parent.height - y - Dense.gap, implicitHeight)
            sourceComponent: page.writing ? blank : page.asking ? deed : null
        },
        Component {
            id: blank
            BlankHand {
                focus: true
                writing: page.writing
                onWritten: text => page.titles.write(text)
                onDropped: page.titles.again()
            }
        },
        Component {
            id: deed
            DeedPane {
                focus: true
                asking: page.asking
                onDecided: (why, text) => page.titles.decide(why, text)
                onSent: (hall, stays) => page.titles.send(hall, stays)
                onDropped: page.titles.again()
            }
        }
    ]
}
