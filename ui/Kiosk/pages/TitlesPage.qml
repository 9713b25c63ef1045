pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// 馆藏: a title is found by the letters of its name, by characters, by a number, or by a scan of ISBN or label.
StaffPage {
    id: page
    required property Bridge bridge
    required property string typed
    required property string leading
    required property var rows
    required property int count
    required property bool more
    required property string unknown
    readonly property real each: Dense.row + Theme.s3
    readonly property int room: Math.max(1, Math.floor((list.height - told.height - notFound.height - Theme.s2) / each))
    desk: bridge
    tab: "titles"
    title: Words.say("doors.titles")
    note: Words.say("titles.note")
    live: true
    needs: finder.height + 2 * Dense.gap + (wide ? 0 : told.height + notFound.height + 5 * each)
    onKeyed: key => {
        if (key === "Enter" && rows.length > 0)
            bridge.duty.titles.open(rows[0].title);
        else if (key === "Esc" && typed !== "")
            bridge.duty.titles.find("");
        else if (key === "Esc")
            bridge.duty.tab("titles");
    }
    tools: [
        DeskButton {
            text: Words.say("titles.doors")
            icon: "back"
            onPressed: page.bridge.duty.tab("titles")
        }
    ]
    body: [
        MemberFinder {
            id: finder
            focus: true
            y: page.wide ? Dense.gap : parent.height - height - Dense.gap
            width: page.wide ? Math.floor(parent.width * 0.46) : parent.width
            typed: page.typed
            leading: page.leading
            hint: Words.say("titles.hint")
            onFound: text => page.bridge.duty.titles.find(text)
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
            Column {
                id: notFound
                visible: page.unknown !== ""
                width: parent.width
                height: visible ? implicitHeight + Theme.s3 : 0
                spacing: Theme.s2
                Sans {
                    width: parent.width
                    text: Words.say("titles.unknown", {
                        seen: page.unknown
                    })
                    strong: true
                    wrapMode: Text.Wrap
                    color: Theme.ochre
                    px: Dense.lead
                    em: Theme.close
                }
                DeskButton {
                    kind: "duty"
                    width: parent.width
                    text: Words.say("titles.list_it")
                    onPressed: page.bridge.duty.enter("build_up")
                }
            }
            DeskHeading {
                id: told
                anchors.top: notFound.bottom
                width: parent.width
                text: page.typed === "" ? Words.say(page.rows.length > 0 ? "titles.newest" : "titles.empty") : page.count === 0 ? Words.say("titles.none") : Words.say(page.more ? "titles.found_more" : "titles.found", {
                    count: page.count
                })
                note: page.typed !== "" && page.count > page.room ? Words.say("titles.first_shown", {
                    shown: Math.min(page.room, page.rows.length)
                }) : ""
            }
            Column {
                anchors.top: told.bottom
                width: parent.width
                Repeater {
                    model: page.rows.slice(0, page.room)
                    TitleRow {
                        required property var modelData
                        required property int index
                        width: list.width
                        height: implicitHeight
                        line: modelData
                        first: index === 0 && page.typed !== ""
                        onPressed: page.bridge.duty.titles.open(modelData.title)
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
                    model: page.typed === "" ? ["how_letters", "how_words", "how_digits", "how_scan"] : ["none_how"]
                    Row {
                        id: how
                        required property string modelData
                        spacing: Theme.s2
                        Rectangle {
                            y: Theme.s2
                            width: Theme.s1
                            height: Theme.s1
                            color: Theme.gold
                        }
                        Sans {
                            width: list.width - Theme.s3
                            text: Words.say("titles." + how.modelData)
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
