pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// Staff: who waits for a seat and who may not enrol for now; a reason is always chosen.
KioskPage {
    id: page
    required property Bridge bridge
    required property var waiters
    required property var paused
    required property bool pauses
    property var hand: null                // the row that is decided about
    readonly property var rows: pauses ? paused : waiters
    desk: bridge
    tab: "classes"
    reach: Theme.header + Theme.roster
    onRowsChanged: hand = null

    upper: [
        Column {
            y: page.wide ? Theme.s4 : Theme.s3
            width: parent.width
            spacing: Theme.s1
            Serif {
                width: parent.width
                text: Words.say(page.pauses ? "class_desk.paused" : "class_desk.waiting")
                px: Theme.heading
            }
            Sans {
                width: parent.width
                text: Words.say(page.rows.length === 0 ? (page.pauses ? "class_desk.nobody_paused" : "class_desk.nobody_waits") : page.pauses ? "class_desk.paused_how" : "class_desk.waiting_how")
                color: Theme.inkSoft
                wrapMode: Text.Wrap
                px: Theme.body
                em: Theme.close
            }
        }
    ]
    lower: [
        ChoiceChips {
            id: ways
            y: Theme.s1
            width: parent.width
            visible: !page.hand
            most: 2
            choices: [["", "class_desk.see_waiting", page.waiters.length], ["pauses", "class_desk.see_paused", page.paused.length]].map(([key, words, count]) => ({
                        key: key,
                        text: Words.say(words, {
                            count: count
                        }),
                        chosen: page.pauses === (key === "pauses")
                    }))
            onPicked: key => page.bridge.duty.classes.show(key === "pauses")
        },
        Roll {
            id: roll
            visible: !page.hand
            anchors {
                top: ways.bottom
                topMargin: Theme.s2
                bottom: buttons.top
                bottomMargin: Theme.s2
            }
            width: parent.width
            model: page.rows
            delegate: PersonLine {
                required property var modelData
                required property int index
                width: roll.width
                name: modelData.name
                about: Words.say("roll.tail", {
                    tail: modelData.numberTail
                }) + (page.pauses ? "" : " · " + modelData.title)
                fact: page.pauses ? Words.say("class_desk.until", {
                    date: Words.date(modelData.until)
                }) : modelData.place > 0 ? Words.say("class_desk.place", {
                    place: modelData.place
                }) : modelData.until ? Words.say("class_desk.kept_until", {
                    date: Words.date(modelData.until)
                }) : Words.say("class_desk.kept")
                button: page.pauses ? Words.say("class_desk.lift") : modelData.place > 0 ? Words.say("class_desk.chair") : ""
                onPressed: page.hand = modelData
                onFocused: roll.show(index)
            }
        },
        Column {
            visible: !!page.hand
            width: parent.width
            topPadding: Theme.s3
            spacing: Theme.s3
            Serif {
                width: parent.width
                text: page.hand?.name ?? ""
                px: Theme.display
            }
            Sans {
                width: parent.width
                text: Words.say(page.pauses ? "class_desk.lift_how" : "class_desk.chair_how")
                wrapMode: Text.Wrap
                color: Theme.inkSoft
                px: Theme.body
                em: Theme.close
            }
            ChoiceChips {
                width: parent.width
                most: 2
                choices: (page.pauses ? ["was_ill", "our_mistake"] : ["needs_it", "was_promised"]).map(why => ({
                            key: why,
                            text: Words.say("class_desk.why_" + why),
                            chosen: false
                        }))
                onPicked: why => page.pauses ? page.bridge.duty.classes.liftPause(page.hand.member, why) : page.bridge.duty.classes.extraChair(page.hand.course, page.hand.member, why)
            }
        },
        ButtonRow {
            id: buttons
            anchors.bottom: parent.bottom
            width: parent.width
            abreast: true
            first: Words.say("class_desk.back")
            main: page.hand ? "" : Words.say("series.heading")
            mainKind: "pine"
            onFirstPressed: {
                if (page.hand)
                    page.hand = null;
                else
                    page.bridge.back();
            }
            onMainPressed: page.bridge.duty.series.open()
        }
    ]
}
