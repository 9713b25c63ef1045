pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// One deed with one copy: what follows, what is to be chosen or written, whether it can be taken back; then it is done.
FocusScope {
    id: pane
    required property var asking           // { deed, number, whys, writes, text, shelves, halls, final, whyNot }
    property string why
    property int hall: 0
    property bool stays: false
    readonly property bool other: why === "other"
    readonly property bool writes: asking.writes || other
    readonly property string said: (typed.item as LineTyped)?.said ?? ""
    readonly property bool must: asking.deed === "move" || other
    readonly property bool ready: asking.halls.length > 0 ? hall > 0 : (asking.whys.length === 0 || why !== "") && (!must || said !== "") && (asking.deed !== "move" || said !== asking.text)
    readonly property bool beside: Theme.wide && other
    signal decided(string why, string text)
    signal sent(int hall, bool stays)
    signal dropped
    function go() {
        if (asking.halls.length > 0)
            sent(hall, stays);
        else
            decided(why, writes ? said : "");
    }
    function key(key: string) {
        if (key === "Esc")
            dropped();
        else if (key === "Enter" && ready)
            go();
        else if (asking.halls[Number(key) - 1])
            hall = asking.halls[Number(key) - 1].hall;
        else if (asking.whys[Number(key) - 1])
            why = asking.whys[Number(key) - 1];
    }
    implicitHeight: Math.max(column.height, beside ? typed.height : 0) + (writes && !beside ? typed.height + Theme.s2 : 0) + ways.height + Theme.s3
    Keys.onPressed: event => {
        const digit = /^\d$/.test(event.text) && !asking.writes && (typed.item as LineTyped)?.typing === "";
        if (writes && !digit)
            event.accepted = (typed.item as LineTyped).key(event);
    }
    Column {
        id: column
        width: pane.beside ? Math.floor((parent.width - Dense.margin) * 0.4) : parent.width
        spacing: Theme.s2
        DeskHeading {
            width: parent.width
            text: Words.say("titles.deed_" + pane.asking.deed)
            note: pane.asking.number
        }
        Sans {
            width: parent.width
            text: Words.say("titles.ask_" + pane.asking.deed)
            wrapMode: Text.Wrap
            px: Dense.body
            em: Theme.close
        }
        Sans {
            visible: pane.asking.final
            width: parent.width
            text: Words.say("titles.final_" + (pane.asking.deed === "withdrawn" ? "withdrawn" : "other"))
            strong: true
            wrapMode: Text.Wrap
            color: Theme.ochre
            px: Dense.body
            em: Theme.close
        }
        Column {
            visible: pane.asking.whys.length + pane.asking.halls.length > 0
            width: parent.width
            spacing: Theme.gap
            DeskHeading {
                width: parent.width
                text: Words.say(pane.asking.halls.length > 0 ? "titles.where_asked" : "titles.why_asked")
            }
            Repeater {
                model: pane.asking.whys
                Choice {
                    required property string modelData
                    required property int index
                    width: column.width
                    text: Words.say("titles.why." + modelData)
                    key: index + 1
                    chosen: pane.why === modelData
                    onPressed: pane.why = modelData
                }
            }
            Grid {
                id: where
                columns: pane.asking.halls.length > 5 ? 2 : 1
                spacing: Theme.gap
                Repeater {
                    model: pane.asking.halls
                    Choice {
                        required property var modelData
                        required property int index
                        width: (column.width - (where.columns - 1) * where.spacing) / where.columns
                        text: modelData.name
                        key: index < 9 ? index + 1 : ""
                        chosen: pane.hall === modelData.hall
                        onPressed: pane.hall = modelData.hall
                    }
                }
            }
        }
        ChoiceChips {
            visible: pane.asking.halls.length > 0
            width: parent.width
            choices: [false, true].map(stays => ({
                        key: String(stays),
                        text: Words.say(stays ? "titles.stays" : "titles.comes_back"),
                        chosen: pane.stays === stays
                    }))
            onPicked: key => pane.stays = key === "true"
        }
        ChoiceChips {
            visible: pane.asking.shelves.length > 0
            width: parent.width
            most: Theme.wide ? 3 : 2
            choices: pane.asking.shelves.map(shelf => ({
                        key: shelf,
                        text: shelf,
                        chosen: shelf === pane.said
                    }))
            onPicked: shelf => (typed.item as LineTyped).said = shelf
        }
        ReasonLines {
            width: parent.width
            reasons: pane.asking.whyNot
        }
    }
    Loader {
        id: typed
        active: pane.writes
        visible: active
        x: pane.beside ? column.width + Dense.margin : 0
        y: pane.beside ? 0 : column.height + Theme.s2
        width: parent.width - x
        height: active ? Theme.pad + 140 : 0
        sourceComponent: LineTyped {
            begun: pane.asking.text
            called: Words.say("titles.line_" + (pane.other ? "why" : pane.asking.deed))
        }
    }
    TwoWays {
        id: ways
        anchors.bottom: parent.bottom
        width: parent.width
        ready: pane.ready
        leave: Words.say("titles.leave")
        go: Words.say(pane.ready ? "titles.do_" + pane.asking.deed : pane.asking.halls.length > 0 ? "titles.lacks_hall" : pane.asking.whys.length > 0 && pane.why === "" ? "titles.lacks_why" : pane.other ? "titles.lacks_line" : "titles.lacks_shelf")
        onDropped: pane.dropped()
        onGone: pane.go()
    }
}
