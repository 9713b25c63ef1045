pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// Staff: a whole term in one sentence; the strip of weeks answers at once, and one button makes it.
KioskPage {
    id: page
    required property Bridge bridge
    required property var said
    required property var days
    required property var usualLast
    required property var clashes
    required property var earlier
    required property var lacks
    required property string made
    property string hand                   // the blank that is being filled in
    readonly property bool done: made !== ""
    property bool plain: false             // in care mode: the sentence alone
    readonly property bool begins: said.title === "" && earlier.length > 0
    readonly property bool beside: hand === "" && !done && (begins || clashes.length > 0)    // something stands below the sentence
    readonly property bool alone: (hand !== "" && (care || panel.typed)) || (care && !plain && beside)
    readonly property var parts: [["kind", Words.say("kind." + said.kind)], ["title", said.title], ["teacher", said.teacher], ["room", said.room], ["weekdays", said.weekdays.split("").map(day => Words.table["format.day"][Number(day) - 1]).join(Words.say("series.and"))], ["time", said.starts], ["length", Words.say("series.minutes", {
                count: said.lengthMin
            })], ["first", said.first ? Words.date(said.first) : ""], ["count", Words.say("series.evenings", {
                count: said.count
            })], ["last", said.last ? Words.date(said.last) : ""], ["seats", Words.say("series.people", {
                count: said.seats
            })]].map(([key, value]) => ({
                key: key,
                value: value,
                around: Words.say("series.part_" + key),
                called: Words.say("series.called_" + key)
            }))
    desk: bridge
    tab: "classes"
    reach: Theme.header + Theme.series
    Keys.onPressed: event => panel.key(event)
    Component.onCompleted: forceActiveFocus()
    onMadeChanged: {
        hand = "";
        plain = false;
    }

    upper: [
        Column {
            id: head
            y: page.wide ? Theme.s4 : Theme.s3
            width: parent.width
            Serif {
                width: parent.width
                text: page.done ? Words.say("series.made", {
                    title: page.made
                }) : Words.say("series.heading")
                elide: Text.ElideRight
                px: Theme.heading
            }
            Sans {
                width: parent.width
                text: page.said.count === 0 ? Words.say("series.no_evening") : Words.say(page.usualLast ? "series.summary_gaps" : "series.summary", {
                    count: page.said.count,
                    gaps: page.days.filter(day => day.number === 0).length,
                    last: Words.date(page.said.last ?? ""),
                    usual: Words.date(page.usualLast ?? "")
                })
                color: Theme.inkSoft
                wrapMode: Text.Wrap
                px: Theme.body
                em: Theme.close
            }
        },
        WeekStrip {
            anchors {
                top: head.bottom
                topMargin: Theme.s3
                bottom: parent.bottom
                bottomMargin: Theme.s3
            }
            width: parent.width
            days: page.days
        }
    ]
    lower: [
        SaidSentence {
            id: sentence
            visible: !page.alone && !page.done
            y: Theme.s2
            width: parent.width
            parts: page.parts
            hand: page.hand
            onTaken: key => page.hand = page.hand === key ? "" : key
        },
        Item {
            id: room
            anchors {
                top: sentence.visible ? sentence.bottom : parent.top
                topMargin: Theme.s3
                bottom: ways.top
                bottomMargin: Theme.s3
            }
            width: parent.width
            SeriesHand {
                id: panel
                anchors.fill: parent
                blank: page.hand
                value: page.parts.find(part => part.key === page.hand)?.value ?? ""
                said: page.said
                earlier: page.earlier
                onWritten: (field, text) => page.bridge.duty.series.write(field, text)
                onStepped: (field, by) => page.bridge.duty.series.step(field, by)
            }
            SeriesBegin {
                visible: page.beside && page.begins && !(page.care && page.plain)
                width: parent.width
                earlier: page.earlier
                onPicked: course => page.bridge.duty.series.like(course)
            }
            SeriesClashes {
                visible: page.beside && !page.begins && !(page.care && page.plain)
                width: parent.width
                clashes: page.clashes
                onSkipped: day => page.bridge.duty.series.skip(day)
            }
            Sans {
                visible: page.done || (page.hand === "" && !page.beside && !(page.care && page.plain))
                width: parent.width
                text: Words.say(page.done ? "series.made_how" : "series.how")
                color: Theme.inkSoft
                wrapMode: Text.Wrap
                px: page.done ? Theme.lead : Theme.body
            }
        },
        ButtonRow {
            id: ways
            anchors.bottom: parent.bottom
            width: parent.width
            abreast: true
            first: page.hand === "" ? Words.say("series.back") : ""
            second: !page.care || !page.beside ? "" : Words.say(page.alone ? "series.sentence" : page.begins ? "series.from_earlier" : "series.see_clashes")
            main: page.hand !== "" ? Words.say("series.good") : page.done ? Words.say("series.another") : page.lacks.length > 0 ? Words.say("series.lacks_" + page.lacks[0]) : Words.say("series.make")
            mainKind: page.hand !== "" || page.done ? "pine" : "primary"
            ready: page.hand !== "" || page.done || page.lacks.length === 0
            onFirstPressed: page.bridge.back()
            onSecondPressed: page.plain = page.alone
            onMainPressed: {
                if (page.hand !== "")
                    page.hand = "";
                else if (page.done)
                    page.bridge.duty.series.open();
                else
                    page.bridge.duty.series.make();
            }
        }
    ]
}
