pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// What was decided while the member was away, told once. In care mode: one thing at a time.
KioskPage {
    id: page
    required property Bridge bridge
    required property var items
    readonly property bool single: care || items.length === 1
    readonly property bool last: !single || shown.at === items.length - 1
    desk: bridge
    reach: single ? Theme.header + Theme.coverPage * 1.42 + Theme.s5 * 2 : Theme.header + Theme.gate

    upper: [
        Loader {
            anchors.fill: parent
            sourceComponent: page.single ? one : many
        }
    ]
    lower: [
        Loader {
            anchors {
                top: parent.top
                bottom: go.top
                bottomMargin: Theme.s3
            }
            width: parent.width
            sourceComponent: page.single ? until : list
        },
        BigButton {
            visible: page.single && shown.row.course !== ""
            anchors {
                bottom: go.top
                bottomMargin: Theme.s3
            }
            width: parent.width
            text: Words.say("answers.course")
            onPressed: page.bridge.lessons.course(shown.row.course)
        },
        BigButton {
            id: go
            anchors {
                bottom: parent.bottom
                bottomMargin: page.wide ? Theme.s3 : Theme.s4
            }
            width: parent.width
            height: Theme.grand
            kind: "primary"
            text: page.last ? Words.say("answers.good") : Words.say("answers.next")
            icon: page.last ? "check" : "next"
            onPressed: page.last ? page.bridge.goOn() : shown.at += 1
        }
    ]

    Component {
        id: one
        BookHead {
            book: shown.row.book
            icon: "note"
            over: [page.items.length > 1 ? Words.say("answers.nth", {
                    number: shown.at + 1,
                    count: page.items.length
                }) : "", Words.say("answers." + shown.row.kind)].filter(line => line).join("\n")
            overTone: Theme.pine
            overStrong: true
            heading: Words.say("refusal.book", {
                title: shown.row.book?.title
            })
            text: Words.say("answers." + shown.row.kind + "_how")
        }
    }
    Component {
        id: many
        AnswersHead {
            items: page.items
        }
    }
    Component {
        id: until
        Deadline {
            heading: Words.say("answers." + shown.row.kind + "_until")
            day: shown.row.until ?? ""
        }
    }
    Component {
        id: list
        AnswersList {
            items: page.items
        }
    }
    Turner {
        id: shown
        rows: page.items
    }
}
