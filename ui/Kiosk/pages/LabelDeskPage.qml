pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// Staff 打印标签: what is wanted in one sentence, and above it the first page as it will be printed.
KioskPage {
    id: page
    required property Bridge bridge
    required property var said
    required property var paper
    required property var sheets
    required property var rolls
    required property string way
    required property int count
    required property int pages
    required property string first
    required property string last
    required property string sheet
    required property var reasons
    property string hand                   // the blank that is being filled in
    readonly property bool roll: rolls.includes(said.sheet)
    readonly property bool ours: said.kind === "copy" && said.which === "new"
    readonly property bool alone: hand !== "" && (care || hand === "sheet" || panel.typed)
    readonly property var blanks: ["kind", ...said.kind === "shelf" ? [] : ["which"], ...ours ? ["count"] : [], ...said.which === "range" && said.kind !== "shelf" ? ["first", "last"] : [], "sheet", ...roll ? ["dpi"] : ["startAt"], ...said.kind === "spine" ? [] : ["codes"]]
    readonly property var choices: ({
            kind: ["copy", "spine", "shelf"],
            which: said.kind === "spine" ? ["today", "week", "range"] : ["new", "today", "week", "range"],
            sheet: [...sheets, ...rolls],
            dpi: ["203", "300"],
            codes: ["auto", "both", "qr", "bars"]
        })
    readonly property var parts: blanks.map(key => ({
                key: key,
                around: Words.say("labels.part_" + key),
                called: Words.say("labels.called_" + key),
                value: key === "sheet" ? Words.say("labels.on_" + Words.sheet(said.sheet).kind, Words.sheet(said.sheet)) : choices[key] && key !== "dpi" ? Words.say("labels." + key + "_" + said[key]) : said[key].toString()
            }))
    desk: bridge
    tab: "titles"
    Keys.onPressed: event => typing.key(event)
    Component.onCompleted: forceActiveFocus()
    reach: Theme.header + Theme.labels

    upper: [
        LabelHead {
            anchors.fill: parent
            paper: page.paper
            startAt: page.said.startAt
            sheet: page.sheet
            count: page.count
            pages: page.pages
            first: page.first
            last: page.last
            reasons: page.reasons
        }
    ]
    lower: [
        SaidSentence {
            id: sentence
            visible: !page.alone
            y: Theme.s2
            width: parent.width
            parts: page.parts
            hand: page.hand
            onTaken: key => page.hand = page.hand === key ? "" : key
        },
        Item {
            anchors {
                top: sentence.visible ? sentence.bottom : parent.top
                topMargin: Theme.s3
                bottom: ways.top
                bottomMargin: Theme.s3
            }
            width: parent.width
            LabelHand {
                id: panel
                anchors.fill: parent
                blank: page.hand
                value: page.said.startAt
                columns: page.paper.columns
                digits: typing.digits
                onDigit: digit => typing.add(digit)
                onCleared: typing.clear()
                onRubbed: typing.rub()
                choices: (page.choices[page.hand] ?? []).map(key => ({
                            key: key,
                            text: page.hand === "sheet" ? Words.say("labels.chip_" + Words.sheet(key).kind, Words.sheet(key)) : page.hand === "dpi" ? key : Words.say("labels." + page.hand + "_" + key),
                            chosen: page.said[page.hand].toString() === key
                        }))
                onPicked: key => page.bridge.duty.labels.say(page.hand, key)
                onStepped: by => page.bridge.duty.labels.step("start_at", by)
            }
            Sans {
                visible: page.hand === "" && page.reasons.length === 0
                width: parent.width
                text: Words.say(page.ours ? "labels.how_new" : "labels.how")
                color: Theme.inkSoft
                wrapMode: Text.Wrap
                px: Theme.body
                em: Theme.close
            }
        },
        ButtonRow {
            id: ways
            anchors.bottom: parent.bottom
            width: parent.width
            abreast: true
            first: page.hand === "" ? Words.say("labels.back") : ""
            main: Words.say(page.hand !== "" ? "labels.good" : page.way === "drawing" ? "labels.drawing" : page.way === "refused" ? "labels.not" : "labels.print")
            mainKind: page.hand !== "" ? "pine" : "primary"
            ready: page.hand !== "" || page.way === "seen"
            onFirstPressed: page.bridge.back()
            onMainPressed: {
                if (page.hand === "") {
                    page.bridge.duty.labels.print();
                } else {
                    typing.enter();
                    page.hand = "";
                }
            }
        }
    ]
    Typing {
        id: typing
        enabled: panel.typed
        onEntered: digits => {
            page.bridge.duty.labels.say(page.hand, digits);
            page.hand = "";
        }
    }
}
