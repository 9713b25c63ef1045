pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// 会员: somebody is found by the letters of a name, by characters, by number, or by the card.
StaffPage {
    id: page
    required property Bridge bridge
    required property string typed
    required property string leading
    required property var rows
    required property int count
    required property string purpose
    required property var whom
    readonly property int room: Math.max(1, Math.floor((list.height - told.height - Theme.s2) / (Dense.row + Theme.s2)))
    desk: bridge
    tab: "members"
    title: Words.say("tab.members")
    note: purpose === "" ? Words.say("members.note") : Words.say("members." + purpose + "_for", {
        name: whom.name,
        tail: whom.numberTail
    })
    live: true
    needs: finder.height + 2 * Dense.gap + (wide ? 0 : told.height + 5 * (Dense.row + Theme.s2))
    onKeyed: key => {
        if (key === "Enter" && rows.length > 0)
            bridge.duty.people.open(rows[0].member);
        else if (key === "Esc" && purpose !== "")
            bridge.duty.people.again();
        else if (key === "Esc")
            bridge.duty.people.find("", "");
        else if (key === "+" && purpose === "")
            bridge.duty.people.begin();
    }
    tools: [
        DeskButton {
            text: Words.say(page.purpose === "" ? "members.new" : "members.back")
            icon: page.purpose === "" ? "person" : "back"
            key: page.purpose === "" ? "+" : "Esc"
            onPressed: page.purpose === "" ? page.bridge.duty.people.begin() : page.bridge.duty.people.again()
        }
    ]
    body: [
        MemberFinder {
            id: finder
            focus: true
            y: page.wide ? Dense.gap : parent.height - height - Dense.gap
            width: page.wide ? Math.floor(parent.width * 0.5) : parent.width
            typed: page.typed
            leading: page.leading
            onFound: text => page.bridge.duty.people.find(text, page.purpose)
        },
        Item {
            id: list
            anchors {
                top: parent.top
                topMargin: Dense.gap
                bottom: page.wide ? parent.bottom : finder.top
                bottomMargin: Dense.gap
                right: parent.right
            }
            width: page.wide ? parent.width - finder.width - Dense.margin * 1.5 : parent.width
            DeskHeading {
                id: told
                width: parent.width
                text: page.typed === "" ? Words.say("members.empty") : page.count === 0 ? Words.say("members.none") : Words.say("members.count", {
                    count: page.count
                })
                note: page.count > page.room ? Words.say("members.more", {
                    shown: page.room
                }) : ""
            }
            Column {
                anchors {
                    top: told.bottom
                    topMargin: Theme.s1
                }
                width: parent.width
                Repeater {
                    model: page.rows.slice(0, page.room)
                    MemberRow {
                        required property var modelData
                        required property int index
                        width: list.width
                        who: modelData
                        first: index === 0
                        onPressed: page.bridge.duty.people.open(who.member)
                    }
                }
            }
            Column {
                visible: page.rows.length === 0
                anchors {
                    top: told.bottom
                    topMargin: Theme.s2
                }
                width: parent.width
                spacing: Theme.s2
                Repeater {
                    model: page.typed === "" ? ["how_letters", "how_words", "how_digits", "how_card"] : ["none_how"]
                    Row {
                        id: how
                        required property string modelData
                        spacing: Theme.s2
                        Rectangle {
                            y: 14
                            width: Theme.s1
                            height: Theme.s1
                            color: Theme.gold
                        }
                        Sans {
                            width: list.width - Theme.s3
                            text: Words.say("members." + how.modelData)
                            wrapMode: Text.Wrap
                            px: Dense.body + 1
                            em: Theme.close
                            color: Theme.inkSoft
                        }
                    }
                }
            }
        }
    ]
}
