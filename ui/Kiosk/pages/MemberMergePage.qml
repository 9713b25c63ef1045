pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// 合并: two numbers of one person side by side, what goes over and what stays; one button, and a way back.
StaffPage {
    id: page
    required property Bridge bridge
    required property var old
    required property var kept
    required property var whys
    required property var whyNot
    required property bool done
    required property bool undo
    required property bool elsewhere
    property string why
    readonly property var people: bridge.duty.people
    readonly property real between: 88
    readonly property real each: wide ? Math.floor((bodyWidth - between - Dense.margin) * 0.31) : Math.floor((bodyWidth - between) / 2)
    desk: bridge
    tab: "members"
    title: Words.say(done ? "merging.done" : "merging.heading")
    note: Words.say("merging.note")
    needs: wide ? Math.max(from.height, words.height + Dense.gap + Dense.primary) + 2 * Dense.gap : beside.y + beside.height + Dense.gap
    onKeyed: key => {
        if (key === "Esc")
            people.open(kept.who.member);
        else if (key === "Ctrl+Z" && undo)
            people.part();
        else if (key === "S" && !done)
            people.compare(kept.who.member, old.who.member);
        else if (key === "Enter" && why !== "" && !done)
            people.merge(why);
        else if (!done)
            reasons.key(key);
    }
    onDoneChanged: why = ""
    tools: [
        DeskButton {
            visible: !page.done
            text: Words.say("merging.swap")
            key: "S"
            icon: "renew"
            onPressed: page.people.compare(page.kept.who.member, page.old.who.member)
        },
        DeskButton {
            text: Words.say("members.back")
            key: "Esc"
            icon: "back"
            onPressed: page.people.open(page.kept.who.member)
        }
    ]
    body: [
        MergeColumn {
            id: from
            y: Dense.gap
            width: page.each
            side: page.old
            kept: false
        },
        MergeColumn {
            id: into
            x: page.each + page.between
            y: Dense.gap
            width: page.each
            side: page.kept
            kept: true
        },
        Rectangle {
            x: page.each + (page.between - width) / 2
            y: from.y + from.height / 2 - height / 2
            width: 64
            height: 64
            radius: width / 2
            color: Theme.paper
            border {
                width: Theme.line
                color: Theme.edge
            }
            Icon {
                anchors.centerIn: parent
                name: "next"
                size: 36
                weight: 4
            }
        },
        Item {
            id: beside
            x: page.wide ? 2 * page.each + page.between + Dense.margin : 0
            y: page.wide ? Dense.gap : from.y + from.height + Dense.gap
            width: parent.width - x
            height: page.wide ? parent.height - y - Dense.gap : words.height + Dense.gap + Dense.primary
            Column {
                id: words
                width: parent.width
                spacing: Theme.s2
                Repeater {
                    model: ["goes", "stays", ...page.elsewhere ? ["elsewhere"] : []]
                    Sans {
                        required property string modelData
                        width: words.width
                        text: Words.say("merging." + modelData, {
                            tail: page.kept.who.numberTail
                        })
                        wrapMode: Text.Wrap
                        px: Dense.body
                        em: Theme.close
                        color: modelData === "goes" ? Theme.ink : Theme.inkSoft
                    }
                }
                WhyChoices {
                    id: reasons
                    visible: !page.done
                    width: parent.width
                    choices: page.whys
                    why: page.why
                    onPicked: why => page.why = why
                }
                Repeater {
                    model: page.whyNot
                    Sans {
                        required property var modelData
                        width: words.width
                        text: modelData.text + " · " + modelData.facts
                        strong: true
                        wrapMode: Text.Wrap
                        color: Theme.ochre
                        px: Dense.body
                        em: Theme.close
                    }
                }
            }
            DeskButton {
                anchors.bottom: parent.bottom
                width: parent.width
                height: Dense.primary
                kind: page.done ? "plain" : "primary"
                enabled: page.done ? page.undo : page.why !== "" && page.whyNot.length === 0
                text: Words.say(page.done ? "merging.part" : "merging.do")
                icon: page.done ? "undo" : ""
                key: page.done ? "Ctrl Z" : "Enter"
                onPressed: page.done ? page.people.part() : page.people.merge(page.why)
            }
        }
    ]
}
