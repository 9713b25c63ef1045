pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// 办事记录: what staff did, the latest first; the one in hand says what stood before and after.
StaffPage {
    id: page
    required property Bridge bridge
    required property var deeds
    required property var people
    required property string who
    required property bool everything
    required property var chosen
    required property var changed
    readonly property bool alone: !wide && !!chosen
    readonly property int at: people.findIndex(one => one.number === who)
    desk: bridge
    tab: "more"
    title: Words.say("doors.audit")
    note: Words.say(everything ? "audit.note_all" : "audit.note")
    onKeyed: key => {
        if (key === "Esc")
            page.alone ? bridge.duty.house.audit("", who, everything) : bridge.duty.tab("more");
    }
    tools: [
        DeskButton {
            visible: page.alone
            text: Words.say("audit.list")
            onPressed: page.bridge.duty.house.audit("", page.who, page.everything)
        },
        DeskButton {
            visible: !page.alone
            text: page.at < 0 ? Words.say("audit.of_all") : page.people[page.at].name
            onPressed: page.bridge.duty.house.audit("", page.people[page.at + 1]?.number ?? "", page.everything)
        },
        DeskButton {
            visible: !page.alone
            text: Words.say(page.everything ? "audit.only_watched" : "audit.everything")
            onPressed: page.bridge.duty.house.audit("", page.who, !page.everything)
        }
    ]
    body: [
        Roll {
            id: list
            visible: !page.alone
            y: Theme.s2
            width: page.wide ? page.bodyWidth * 0.54 : page.bodyWidth - Theme.s3
            height: page.bodyHeight - y
            model: page.deeds
            delegate: LedgerRow {
                required property var modelData
                required property int index
                width: list.width
                text: Words.say("audit.what." + modelData.kind) + (modelData.about === "" ? "" : " · " + (Words.table["policy." + modelData.about] ?? modelData.about))
                note: modelData.who + " " + modelData.number + " · " + Words.date(modelData.on) + " " + modelData.at
                fact: ["undone", "again"].includes(modelData.state) ? Words.say("audit.short." + modelData.state) : ""
                over: modelData.state === "undone"
                chosen: page.chosen?.fact === modelData.fact
                onPressed: page.bridge.duty.house.audit(modelData.fact, page.who, page.everything)
                onActiveFocusChanged: if (activeFocus)
                    list.show(index)
            }
        },
        Loader {
            active: !!page.chosen
            y: Dense.gap
            x: page.wide ? list.width + Dense.margin + Theme.s3 : 0
            width: page.bodyWidth - x
            sourceComponent: DeedHand {
                deed: page.chosen
                changed: page.changed
            }
        },
        Sans {
            visible: page.deeds.length === 0 || page.wide && !page.chosen
            y: Dense.gap + Theme.s2
            x: page.deeds.length === 0 ? 0 : list.width + Dense.margin + Theme.s3
            width: page.bodyWidth - x
            text: Words.say(page.deeds.length === 0 ? "audit.none" : "audit.choose")
            color: Theme.inkSoft
            wrapMode: Text.Wrap
            px: Dense.lead
            em: Theme.close
        }
    ]
}
