pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// 告示: what the waiting screen tells, and a new one that is seen as it will hang.
StaffPage {
    id: page
    required property Bridge bridge
    required property var rows
    required property string titled
    required property string text
    required property string fromOn
    required property string untilOn
    required property var lacks
    required property bool saved
    required property var reasons
    desk: bridge
    tab: "more"
    title: Words.say("doors.notices")
    note: Words.say("notices.note")
    needs: (wide ? Math.max(known.height, hand.height) : hand.height + known.height + Theme.s4) + 2 * Dense.gap
    onKeyed: key => {
        if (key === "Esc")
            bridge.duty.tab("more");
        else if (key === "Enter")
            hand.keep();
        else
            hand.letter(key);
    }
    body: [
        NoticeHand {
            id: hand
            screen: page
            x: page.wide ? known.width + Dense.margin : 0
            y: Dense.gap
            width: page.bodyWidth - x
            onWritten: (field, text) => page.bridge.duty.house.noticeSay(field, text)
            onMoved: (field, by) => page.bridge.duty.house.noticeMove(field, by)
            onPosted: page.bridge.duty.house.noticePost()
        },
        Column {
            id: known
            y: page.wide ? Dense.gap : hand.y + hand.height + Theme.s4
            width: page.wide ? page.bodyWidth * 0.42 : page.bodyWidth
            DeskHeading {
                width: parent.width
                text: Words.say("notices.hanging")
                note: page.rows.length === 0 ? Words.say("notices.none") : ""
            }
            Repeater {
                model: page.rows
                Item {
                    id: one
                    required property var modelData
                    width: known.width
                    height: told.height + Theme.s2
                    Column {
                        id: told
                        y: Theme.s1
                        width: parent.width - away.width - Theme.s3
                        Sans {
                            width: parent.width
                            text: one.modelData.title
                            strong: one.modelData.hangs
                            elide: Text.ElideRight
                            px: Dense.body
                            em: Theme.close
                        }
                        Sans {
                            width: parent.width
                            text: one.modelData.text
                            color: Theme.inkSoft
                            wrapMode: Text.Wrap
                            px: Dense.caption
                            em: Theme.close
                        }
                        Sans {
                            width: parent.width
                            text: Words.say("notices.days", {
                                first: Words.date(one.modelData.fromOn),
                                last: Words.date(one.modelData.untilOn)
                            }) + (one.modelData.hangs ? "" : " · " + Words.say("notices.later"))
                            color: one.modelData.hangs ? Theme.pine : Theme.inkSoft
                            px: Dense.caption
                            em: Theme.close
                        }
                    }
                    DeskButton {
                        id: away
                        anchors.right: parent.right
                        anchors.verticalCenter: parent.verticalCenter
                        text: Words.say("notices.down")
                        onPressed: page.bridge.duty.house.noticeDown(one.modelData.notice)
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
    ]
}
