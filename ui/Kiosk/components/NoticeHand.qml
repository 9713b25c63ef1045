pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// A notice that is being written: one sentence with four blanks, the one in hand below, and the sheet as it will hang.
Column {
    id: hand
    required property var screen           // the page
    property string blank
    readonly property bool typed: blank === "title" || blank === "text"
    readonly property bool day: blank === "fromOn" || blank === "untilOn"
    readonly property bool whole: screen.lacks.length === 0
    signal written(string field, string text)
    signal moved(string field, int by)
    signal posted
    function letter(text: string) {
        (face.item as TextBlank)?.key({
            key: text === "Back" ? Qt.Key_Backspace : 0,
            text: text.toLowerCase(),
            accepted: false
        });
    }
    function keep() {
        if (blank !== "")
            blank = "";
        else if (whole)
            posted();
    }
    spacing: Theme.s2

    DeskHeading {
        width: parent.width
        text: Words.say("notices.new")
        note: Words.say("notices.new_note", {
            title: 16,
            text: 60
        })
    }
    SaidSentence {
        width: parent.width
        hand: hand.blank
        parts: [["title", "title", hand.screen.titled], ["text", "text", hand.screen.text], ["fromOn", "from_on", Words.date(hand.screen.fromOn)], ["untilOn", "until_on", Words.date(hand.screen.untilOn)]].map(([key, word, value]) => ({
                    key: key,
                    around: Words.say("notices.part." + word),
                    called: Words.say("notices." + word),
                    value: value
                }))
        onTaken: key => hand.blank = hand.blank === key ? "" : key
    }
    Loader {
        id: face
        width: parent.width
        active: hand.typed
        visible: active
        sourceComponent: TextBlank {
            height: Theme.pad + Theme.s6 + Theme.s4
            value: hand.blank === "title" ? hand.screen.titled : hand.screen.text
            called: Words.say("notices." + hand.blank)
            earlier: []
            onWritten: text => hand.written(hand.blank, text)
        }
    }
    StepPad {
        visible: hand.day
        width: parent.width
        height: Dense.primary
        value: hand.blank === "fromOn" ? Words.date(hand.screen.fromOn) : Words.date(hand.screen.untilOn)
        unit: Words.say("notices.unit")
        small: 1
        large: 7
        onStepped: by => hand.moved(hand.blank === "fromOn" ? "from_on" : "until_on", by)
    }
    DeskHeading {
        visible: !hand.typed && hand.whole
        width: parent.width
        text: Words.say("notices.seen")
    }
    Item {
        visible: !hand.typed && hand.whole
        width: parent.width
        height: Dense.hero * 1.6
        NoticeSheet {
            anchors.horizontalCenter: parent.horizontalCenter
            y: Theme.s2
            width: Math.min(parent.width, Theme.window * 1.2)
            height: parent.height - Theme.s2
            title: hand.screen.titled
            text: hand.screen.text
        }
    }
    Consequence {
        width: parent.width
        lines: []
        reasons: hand.screen.reasons
        well: hand.screen.saved ? Words.say("notices.saved") : ""
    }
    DeskButton {
        width: parent.width
        kind: hand.blank === "" ? "primary" : "pine"
        enabled: hand.blank !== "" || hand.whole
        text: Words.say(hand.blank !== "" ? "notices.good" : hand.whole ? "notices.post" : hand.screen.lacks[0] === "title" ? "notices.lacks_title" : "notices.lacks_text")
        key: "Enter"
        onPressed: hand.keep()
    }
}
