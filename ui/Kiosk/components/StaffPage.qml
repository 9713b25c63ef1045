pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// The sheet of everybody who works here: draining frame, index tabs, head, body, scan slot.
// A page gives `tab`, `title`, `note`, `tools`, `body`, and answers `keyed`; of what is taller than its room it says `needs`.
FocusScope {
    id: page
    required property Bridge desk
    property string tab
    property string title
    property string note
    property bool live: false              // the page waits for a scan
    property bool ruled: true
    property bool finds: false             // has something to find: / and the button in the slot
    property real needs: 0                 // the least height of the body; with less room it scrolls
    property alias tools: head.tools
    property alias body: bodyPane.data
    readonly property bool wide: Theme.wide
    readonly property var duty: desk.frame.duty
    readonly property real bodyWidth: bodyPane.width
    readonly property real bodyHeight: bodyPane.height
    readonly property bool technician: duty?.role === "technician"
    readonly property bool practice: duty?.practice ?? false
    readonly property bool soon: (duty?.leftS ?? 180) <= 30
    readonly property real over: Math.max(Dense.edge, height * Theme.above)
    readonly property real under: Math.max(Dense.edge, height * Theme.below)
    signal keyed(string key)               // "1", "Enter", "Esc", "F9", "Ctrl+P", "B", "/"
    signal finding
    focus: true
    Component.onCompleted: forceActiveFocus()

    // the name that a key has on its button; none: it is not for the page
    function called(event: var): string {
        const ctrl = event.modifiers & Qt.ControlModifier ? "Ctrl+" : "";
        if (event.key >= Qt.Key_F1 && event.key <= Qt.Key_F12)
            return "F" + (event.key - Qt.Key_F1 + 1);
        const named = {
            [Qt.Key_Return]: "Enter",
            [Qt.Key_Enter]: "Enter",
            [Qt.Key_Escape]: "Esc",
            [Qt.Key_Delete]: "Del",
            [Qt.Key_PageUp]: "PgUp",
            [Qt.Key_PageDown]: "PgDn",
            [Qt.Key_Up]: "Up",
            [Qt.Key_Down]: "Down"
        }[event.key];
        if (named)
            return ctrl + named;
        return event.key >= Qt.Key_Space && event.key <= Qt.Key_AsciiTilde ? ctrl + String.fromCharCode(event.key) : "";
    }
    function reachTab(place: int): bool {
        const tab = rail.order[place];
        if (!(duty?.tabs ?? []).includes(tab))
            return false;
        desk.duty.tab(tab);
        return true;
    }
    Keys.onPressed: event => {
        const name = page.called(event);
        if (name === "")
            return;
        event.accepted = true;
        if (/^F[1-8]$/.test(name))
            page.reachTab(Number(name.slice(1)) - 1);
        else if (name === "Ctrl+Z" && page.duty?.said?.undo)
            page.desk.undo("");
        else if (name === "/" && page.finds)
            page.finding();
        else
            page.keyed(name);
    }
    // what the keyboard has come to is scrolled to
    function follow() {
        const item = Window.activeFocusItem;
        if (!item || !scroll.interactive || !within(item))
            return;
        const top = item.mapToItem(bodyPane, 0, 0).y;
        scroll.contentY = Math.max(0, Math.min(Math.max(Math.min(scroll.contentY, top - Theme.s3), top + item.height + Theme.s3 - scroll.height), scroll.contentHeight - scroll.height));
    }
    function within(item: Item): bool {
        for (let at = item; at; at = at.parent)
            if (at === bodyPane)
                return true;
        return false;
    }
    Connections {
        target: page.Window.window
        function onActiveFocusItemChanged() {
            Qt.callLater(page.follow);
        }
    }
    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }
    DeskTabs {
        id: rail
        tabs: page.duty?.tabs ?? []
        here: page.tab
        technician: page.technician
        x: Dense.edge
        y: page.wide ? page.over : page.height - page.under - height
        width: page.wide ? Dense.rail : page.width - 2 * Dense.edge
        height: page.wide ? page.height - page.over - page.under : Dense.foot
        onChosen: tab => page.desk.duty.tab(tab)
    }
    Item {
        id: sheet
        x: page.wide ? Dense.edge + Dense.rail : Dense.edge
        y: page.over
        width: page.width - x - Dense.edge
        height: page.height - y - page.under - (page.wide ? 0 : Dense.foot)
        DeskHead {
            id: head
            x: Dense.margin
            width: parent.width - 2 * Dense.margin
            height: Dense.top
            frame: page.desk.frame
            title: page.title
            note: page.note
            ruled: page.ruled
        }
        Serif {
            visible: page.practice
            anchors.centerIn: parent
            text: Words.say("duty.practice")
            px: Dense.hero * 2.8
            opacity: 0.06
            Accessible.ignored: true
        }
        Flickable {
            id: scroll
            x: Dense.margin
            y: head.height
            width: head.width
            height: slot.y - trouble.height - y
            contentHeight: bodyPane.height
            interactive: contentHeight > height + 1
            boundsBehavior: Flickable.StopAtBounds
            clip: interactive
            Item {
                id: bodyPane
                width: scroll.width
                height: Math.max(scroll.height, page.needs)
            }
        }
        Rectangle {
            visible: scroll.interactive
            x: parent.width - Dense.margin / 2
            y: scroll.y + scroll.visibleArea.yPosition * scroll.height
            width: Theme.s1
            height: scroll.visibleArea.heightRatio * scroll.height
            color: Theme.edge
        }
        Trouble {
            id: trouble
            y: slot.y - height
            width: parent.width
            text: page.desk.machine.trouble === "" ? "" : Words.say(page.desk.machine.trouble)
        }
        ScanSlot {
            id: slot
            y: parent.height - height
            width: parent.width
            height: Dense.slot
            said: page.duty?.said ?? null
            live: page.live
            finds: page.finds
            onUndone: page.desk.undo("")
            onFinding: page.finding()
        }
    }
    DutyFrame {
        anchors.fill: parent
        share: page.duty ? page.duty.leftS / page.duty.wholeS : 1
        tone: page.soon || page.practice ? Theme.ochre : page.technician ? Theme.ink : Theme.dutyFill
        dashed: page.practice
    }
}
