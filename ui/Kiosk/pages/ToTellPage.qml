pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// 待通知: who is to be told what; whoever was told by telephone or in person is ticked off.
StaffPage {
    id: page
    required property Bridge bridge
    required property var people
    required property int count
    required property var chosen
    required property string told
    readonly property bool alone: !wide && !!chosen
    desk: bridge
    tab: "today"
    title: Words.say("today.to_tell")
    note: told !== "" ? Words.say("to_tell.told", {
        name: told
    }) : count === 0 ? "" : Words.say("to_tell.note", {
        count: count
    })
    onKeyed: key => {
        if (key === "Esc")
            alone ? bridge.duty.people.toTell("") : bridge.back();
        else if (key === "Enter" && chosen)
            bridge.duty.people.told(chosen.member);
    }
    tools: [
        DeskButton {
            text: Words.say("to_tell.back")
            key: "Esc"
            icon: "back"
            onPressed: page.alone ? page.bridge.duty.people.toTell("") : page.bridge.back()
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
                text: modelData.name + " · " + modelData.numberTail
                note: Words.say("answers." + modelData.answers[0].kind)
                fact: modelData.answers.length > 1 ? Words.say("to_tell.count", {
                    count: modelData.answers.length
                }) : ""
                chosen: page.chosen?.member === modelData.member
                onPressed: page.bridge.duty.people.toTell(modelData.member)
                onActiveFocusChanged: if (activeFocus)
                    list.show(index)
            }
        },
        Column {
            visible: !!page.chosen
            y: Dense.gap
            x: page.wide ? list.width + Dense.margin + Theme.s3 : 0
            width: page.bodyWidth - x
            spacing: Theme.s3
            DeskHeading {
                width: parent.width
                text: page.chosen?.name ?? ""
                note: Words.say("members.tail", {
                    tail: page.chosen?.numberTail ?? ""
                })
            }
            Consequence {
                width: parent.width
                lines: (page.chosen?.answers ?? []).map(one => Words.say("to_tell.line", {
                        what: Words.say("answers." + one.kind),
                        about: !one.book ? "" : Words.say(one.until ? "to_tell.about_until" : "to_tell.about", {
                            title: one.book.title,
                            date: one.until ? Words.date(one.until) : ""
                        })
                    }))
                reasons: []
            }
            Sans {
                width: parent.width
                text: Words.say(page.chosen?.mayCall ? "to_tell.may_call" : "to_tell.may_not_call")
                color: page.chosen?.mayCall ? Theme.inkSoft : Theme.ochre
                wrapMode: Text.Wrap
                px: Dense.body
                em: Theme.close
            }
            DeskButton {
                width: parent.width
                kind: "duty"
                text: Words.say("to_tell.tell")
                key: "Enter"
                onPressed: page.bridge.duty.people.told(page.chosen.member)
            }
            Sans {
                width: parent.width
                text: Words.say("to_tell.tell_how")
                color: Theme.inkSoft
                wrapMode: Text.Wrap
                px: Dense.caption
                em: Theme.close
            }
        },
        Sans {
            visible: !page.chosen && (page.wide || page.count === 0)
            y: Dense.gap + Theme.s2
            x: page.wide && page.count > 0 ? list.width + Dense.margin + Theme.s3 : 0
            width: page.bodyWidth - x
            text: Words.say(page.count === 0 ? "to_tell.none" : "to_tell.choose")
            color: Theme.inkSoft
            wrapMode: Text.Wrap
            px: Dense.lead
            em: Theme.close
        }
    ]
}
