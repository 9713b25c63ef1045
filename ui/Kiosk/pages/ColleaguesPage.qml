pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// 人员: who works here and in which role; a card that is lost, and who leaves.
StaffPage {
    id: page
    required property Bridge bridge
    required property var people
    required property var chosen
    required property var reasons
    required property string pin
    required property string card
    required property bool issues
    property bool asked: false             // leaving is asked twice
    readonly property bool alone: !wide && !!chosen
    readonly property string number: chosen?.number ?? ""
    desk: bridge
    tab: "more"
    title: Words.say("doors.colleagues")
    note: Words.say("colleagues.note", {
        count: people.filter(one => one.works).length
    })
    needs: chosen ? side.height + 2 * Dense.gap : 0
    onNumberChanged: asked = false
    onKeyed: key => {
        if (key === "Esc")
            page.alone ? bridge.duty.house.colleague("") : bridge.duty.tab("more");
    }
    tools: [
        DeskButton {
            text: Words.say("colleagues.add")
            onPressed: page.bridge.duty.house.begin()
        },
        DeskButton {
            visible: page.alone
            text: Words.say("colleagues.all")
            onPressed: page.bridge.duty.house.colleague("")
        }
    ]
    body: [
        Roll {
            id: list
            visible: !page.alone
            y: Theme.s2
            width: page.wide ? page.bodyWidth * 0.54 : page.bodyWidth - Theme.s3
            height: page.bodyHeight - y
            model: page.people
            delegate: LedgerRow {
                required property var modelData
                required property int index
                width: list.width
                face: modelData.face
                text: modelData.name + " · " + modelData.number
                note: Words.say("role." + modelData.role)
                fact: Words.say(!modelData.works ? "colleagues.gone" : modelData.lost ? "colleagues.lost" : "colleagues.until", {
                    date: modelData.until
                })
                over: !modelData.works
                chosen: page.number === modelData.number
                onPressed: page.bridge.duty.house.colleague(modelData.number)
                onActiveFocusChanged: if (activeFocus)
                    list.show(index)
            }
        },
        Column {
            id: side
            visible: !!page.chosen
            y: Dense.gap
            x: page.wide ? list.width + Dense.margin + Theme.s3 : 0
            width: page.bodyWidth - x
            spacing: Theme.s3
            DeskHeading {
                width: parent.width
                text: (page.chosen?.name ?? "") + " " + page.number
                note: page.chosen ? Words.say("role." + page.chosen.role) : ""
            }
            Consequence {
                width: parent.width
                lines: [Words.say("colleagues.may_" + (page.chosen?.role ?? "volunteer")), ...page.chosen?.works ? [] : [Words.say("colleagues.stays")], ...page.issues ? [] : [Words.say("colleagues.card_hub")]]
                reasons: page.reasons
                well: page.chosen?.lost ? Words.say("colleagues.card_lost") : ""
            }
            PinSlip {
                visible: page.pin !== ""
                width: parent.width
                pin: page.pin
                how: Words.say("colleagues.pin_how")
            }
            CardCode {
                visible: page.card !== ""
                width: parent.width
                rows: visible ? page.bridge.modules(page.card) : []
                how: Words.say("colleagues.card_how")
            }
            Row {
                id: ways
                readonly property real each: (width - 2 * spacing) / 3
                width: parent.width
                spacing: Theme.gap
                DeskButton {
                    width: ways.each
                    enabled: page.chosen?.works ?? false
                    text: Words.say("colleagues.pin")
                    onPressed: page.bridge.duty.house.pinFor(page.number)
                }
                DeskButton {
                    width: ways.each
                    enabled: page.issues
                    text: Words.say("colleagues.new_card")
                    onPressed: page.bridge.duty.house.cardFor(page.number)
                }
                DeskButton {
                    width: ways.each
                    enabled: page.issues && !!page.chosen && page.chosen.works && !page.chosen.lost
                    text: Words.say("colleagues.print")
                    onPressed: page.bridge.duty.house.printCard(page.number)
                }
            }
            DeskButton {
                visible: !!page.chosen && page.chosen.works && !page.chosen.lost
                width: parent.width
                text: Words.say("colleagues.lose")
                onPressed: page.bridge.duty.house.cardLost(page.number)
            }
            DeskButton {
                visible: page.chosen?.works ?? false
                width: parent.width
                kind: page.asked ? "primary" : "plain"
                text: Words.say(page.asked ? "colleagues.leave_sure" : "colleagues.leave")
                onPressed: {
                    if (page.asked)
                        page.bridge.duty.house.leaves(page.number);
                    page.asked = !page.asked;
                }
            }
        },
        Sans {
            visible: page.wide && !page.chosen
            y: Dense.gap + Theme.s2
            x: list.width + Dense.margin + Theme.s3
            width: page.bodyWidth - x
            text: Words.say("colleagues.choose")
            color: Theme.inkSoft
            wrapMode: Text.Wrap
            px: Dense.lead
            em: Theme.close
        }
    ]
}
