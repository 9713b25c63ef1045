pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// Staff: who has earned a certificate of a course, who not yet and why, and who has one; issued here, printed from here.
KioskPage {
    id: page
    required property Bridge bridge
    required property var course
    required property var courses
    required property string kind
    required property string view
    required property var rows
    required property int earned
    required property int missing
    required property int issued
    required property int unprinted
    required property var chosen
    required property string revealed
    required property int given
    required property var whyNot
    readonly property string key: course?.course ?? ""
    readonly property bool listed: !!course && !chosen
    desk: bridge
    tab: "classes"
    reach: Theme.header + Theme.roster
    Timer {
        running: page.revealed !== ""
        interval: Theme.revealed
        onTriggered: page.bridge.duty.diplomas.take(page.key, page.kind, page.chosen.member)
    }

    upper: [
        GraduatesHead {
            y: page.wide ? Theme.s4 : Theme.s3
            width: parent.width
            course: page.course
            courses: page.courses
            kind: page.kind
            issued: page.issued
            all: page.earned + page.missing + page.issued
            given: page.given
            whyNot: page.whyNot
        }
    ]
    lower: [
        CourseChoice {
            visible: !page.course
            anchors {
                top: parent.top
                bottom: ways.top
                bottomMargin: Theme.s2
            }
            width: parent.width
            courses: page.courses
            onPicked: course => page.bridge.duty.diplomas.open(course, page.kind, "")
        },
        ChoiceChips {
            id: views
            visible: page.listed
            y: Theme.s1
            width: parent.width
            most: 3
            choices: [["earned", page.earned], ["missing", page.missing], ["issued", page.issued]].map(([view, count]) => ({
                        key: view,
                        text: Words.say("graduates." + view, {
                            count: count
                        }),
                        chosen: view === page.view
                    }))
            onPicked: view => page.bridge.duty.diplomas.open(page.key, page.kind, view)
        },
        GraduateList {
            visible: page.listed
            anchors {
                top: views.bottom
                topMargin: Theme.s1
                bottom: kinds.top
                bottomMargin: Theme.s1
            }
            width: parent.width
            rows: page.listed ? page.rows : []
            view: page.view
            onPicked: row => row.certificate !== "" ? page.bridge.duty.diplomas.see("", row.certificate) : page.bridge.duty.diplomas.take(page.key, page.kind, row.member)
        },
        ChoiceChips {
            id: kinds
            visible: page.listed && !(page.care && page.wide)
            anchors {
                bottom: ways.top
                bottomMargin: Theme.s2
            }
            height: visible ? implicitHeight : 0
            width: parent.width
            most: 3
            choices: ["completion", "participation", "hours"].map(kind => ({
                        key: kind,
                        text: Words.say("passport.certificate_" + kind),
                        chosen: kind === page.kind
                    }))
            onPicked: kind => page.bridge.duty.diplomas.open(page.key, kind, "")
        },
        Loader {
            id: hand
            active: !!page.chosen
            anchors {
                top: parent.top
                bottom: ways.top
                bottomMargin: Theme.s2
            }
            width: parent.width
            sourceComponent: GraduateHand {
                graduate: page.chosen
                revealed: page.revealed
                onMarked: mark => page.bridge.duty.diplomas.mark(page.key, page.kind, page.chosen.member, mark)
                onShown: page.bridge.duty.diplomas.reveal(page.key, page.kind, page.chosen.member)
            }
        },
        ButtonRow {
            id: ways
            readonly property bool all: page.listed && page.view === "earned" && page.earned > 0
            readonly property bool several: (hand.item as GraduateHand)?.pages > 1
            readonly property bool paper: page.listed && page.view === "issued" && page.unprinted > 0
            anchors.bottom: parent.bottom
            width: parent.width
            abreast: true
            first: Words.say("graduates.back")
            second: page.listed ? Words.say("graduates.names") : ""
            main: !page.course ? Words.say("graduates.register") : page.chosen ? (page.chosen.state === "earned" ? Words.say("graduates.issue_one") : several ? Words.say("refusal.turn") : "") : all ? Words.say("graduates.issue_all", {
                count: page.earned
            }) : paper ? Words.say("graduates.print_all", {
                count: page.unprinted
            }) : ""
            mainKind: page.course && !(page.chosen && several) ? "primary" : "plain"
            onFirstPressed: page.chosen ? page.bridge.duty.diplomas.open(page.key, page.kind, "") : page.course ? page.bridge.duty.diplomas.open("", page.kind, "") : page.bridge.back()
            onSecondPressed: page.bridge.duty.diplomas.printNames(page.key)
            onMainPressed: {
                if (!page.course)
                    page.bridge.duty.diplomas.find("");
                else if (page.chosen && several)
                    (hand.item as GraduateHand).turn();
                else if (paper)
                    page.bridge.duty.diplomas.printBatch(page.key);
                else
                    page.bridge.duty.diplomas.issue(page.key, page.kind, page.chosen?.member ?? "");
            }
        }
    ]
}
