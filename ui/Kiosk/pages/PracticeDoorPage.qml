pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// 练习: what it is, that nothing real is touched, and the way in.
StaffPage {
    id: page
    required property Bridge bridge
    required property string stage     // asking, making, failed, left
    readonly property bool making: stage === "making"
    desk: bridge
    tab: "more"
    title: Words.say("doors.practise")
    note: Words.say("practise.note")
    needs: door.y + door.height + Dense.gap
    onKeyed: key => {
        if (key === "Enter" && !making)
            bridge.duty.practice.begin();
        else if (key === "Esc")
            bridge.duty.tab("more");
    }
    body: [
        Column {
            id: door
            y: page.wide ? Theme.s5 : Theme.s6
            width: page.wide ? parent.width * 0.62 : parent.width
            spacing: Theme.s3
            Serif {
                width: parent.width
                text: Words.say("practise.heading_" + page.stage)
                px: Dense.figure
                wrapMode: Text.Wrap
                color: page.stage === "failed" ? Theme.ochre : Theme.ink
            }
            Repeater {
                model: page.stage === "failed" ? ["failed"] : ["what", "real", "scan", "leave"]
                Row {
                    id: line
                    required property string modelData
                    width: door.width
                    spacing: Theme.s2
                    Icon {
                        name: page.stage === "failed" ? "clock" : "check"
                        size: Dense.lead
                        color: page.stage === "failed" ? Theme.ochre : Theme.pine
                        anchors.verticalCenter: words.verticalCenter
                    }
                    Sans {
                        id: words
                        width: parent.width - Dense.lead - Theme.s2
                        text: Words.say("practise." + line.modelData)
                        wrapMode: Text.Wrap
                        px: Dense.lead
                    }
                }
            }
            Item {
                width: 1
                height: Theme.s2
            }
            DeskButton {
                width: page.wide ? Theme.window : parent.width
                height: Dense.primary + Theme.s2
                kind: "primary"
                enabled: !page.making
                text: Words.say(page.making ? "practise.making" : page.stage === "asking" ? "practise.begin" : "practise.again")
                key: page.making ? "" : "Enter"
                onPressed: page.bridge.duty.practice.begin()
            }
        }
    ]
}
