pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// What the rules were: who changed what and why, the latest first; any version can be taken in hand again.
Column {
    id: history
    required property var versions
    signal wanted(string version)
    spacing: Theme.s2
    DeskHeading {
        width: parent.width
        text: Words.say("rules.history")
        note: Words.say("rules.history_note")
    }
    Repeater {
        model: history.versions
        Item {
            id: one
            required property var modelData
            width: history.width
            height: Math.max(told.height, again.height) + Theme.s2
            Column {
                id: told
                width: parent.width - (again.visible ? again.width + Theme.s3 : 0)
                spacing: Theme.s0
                Sans {
                    width: parent.width
                    text: Words.say("policy." + one.modelData.policy) + " · " + Words.date(one.modelData.on) + " " + one.modelData.at
                    strong: true
                    px: Dense.body
                    em: Theme.close
                }
                Repeater {
                    model: one.modelData.changed
                    ChangedLine {
                        required property var modelData
                        label: Words.say("rules." + modelData.field)
                        before: modelData.before
                        after: modelData.after
                    }
                }
                Sans {
                    width: parent.width
                    text: [one.modelData.who, one.modelData.why === "" ? Words.say("rules.by_set_up") : Words.say("rules.why." + one.modelData.why), one.modelData.whySaid].filter(part => part !== "").join(" · ")
                    color: Theme.inkSoft
                    elide: Text.ElideRight
                    px: Dense.caption
                    em: Theme.close
                }
            }
            DeskButton {
                id: again
                visible: !one.modelData.stands
                anchors.right: parent.right
                text: Words.say("rules.again")
                onPressed: history.wanted(one.modelData.version)
            }
            Mark {
                visible: one.modelData.stands
                anchors.right: parent.right
                y: Theme.s1
                text: Words.say("rules.stands")
            }
            Rectangle {
                anchors.bottom: parent.bottom
                width: parent.width
                height: 1
                color: Theme.hairline
            }
        }
    }
}
