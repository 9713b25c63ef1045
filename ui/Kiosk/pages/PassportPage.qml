pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// 我的文化护照: a year's hours, books and evenings; certificates first, then courses, then what is on loan.
KioskPage {
    id: page
    required property Bridge bridge
    required property var loans
    required property int books
    required property int evenings
    required property real hours
    required property var byKind
    required property var courses
    required property var certificates
    readonly property var rows: [...certificates.map(row => ({
                    title: row.title,
                    number: row.number,
                    told: [Words.say("passport.certificate_" + row.kind), row.number, Words.say("passport.state_" + row.state)].join(" · "),
                    quiet: row.state !== "valid"
                })), ...courses.map(row => ({
                    title: row.title,
                    number: "",
                    told: [Words.say("passport.hours", {
                            hours: row.hours
                        }), row.state === "on" && row.missing > 0 ? Words.say("passport.missing", {
                            hours: row.missing
                        }) : Words.say("passport.course_" + row.state)].join(" · "),
                    quiet: row.state !== "earned"
                })), ...loans.map(row => ({
                    title: row.book.title,
                    number: "",
                    told: Words.say("passport.due", {
                        date: Words.date(row.due.on)
                    }),
                    quiet: true
                }))]
    desk: bridge
    reach: Theme.header + Theme.ring + Theme.s5 * 2

    upper: [
        PassportHead {
            anchors.fill: parent
            hours: page.hours
            books: page.books
            evenings: page.evenings
            certificates: page.certificates.length
        }
    ]
    lower: [
        Rectangle {
            id: rule
            visible: !page.wide
            width: parent.width
            height: Theme.s0
            color: Theme.ink
        },
        Sans {
            id: kinds
            anchors {
                top: rule.bottom
                topMargin: Theme.s2
            }
            width: parent.width
            text: page.byKind.map(one => Words.say("kind." + one.kind) + " " + Words.say("passport.hours", {
                        hours: one.hours
                    })).join(" · ") || Words.say("passport.nothing")
            color: Theme.inkSoft
            px: Theme.caption
            em: Theme.close
            elide: Text.ElideRight
        },
        Roll {
            id: roll
            anchors {
                top: kinds.bottom
                topMargin: Theme.s1
                bottom: ways.top
                bottomMargin: Theme.s3
            }
            width: parent.width
            model: page.rows
            delegate: PassportLine {
                required property var modelData
                required property int index
                width: roll.width
                title: modelData.title
                told: modelData.told
                quiet: modelData.quiet
                button: modelData.number !== "" ? Words.say("passport.see") : ""
                onPressed: page.bridge.papers.certificate(modelData.number)
                onFocused: roll.show(index)
            }
        },
        ButtonRow {
            id: ways
            anchors.bottom: parent.bottom
            width: parent.width
            first: Words.say("passport.back")
            main: Words.say("passport.print")
            mainKind: "plain"
            onFirstPressed: page.bridge.record()
            onMainPressed: page.bridge.papers.printPassport()
        }
    ]
}
