pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// 按纸条补录: one line of the sheet as a sentence; day and time stay, and the copy ends the line.
FocusScope {
    id: line
    required property var paper        // { what, day, time, name }
    property string hand               // the blank that is being typed
    readonly property var parts: [
        {
            key: "day",
            around: "_",
            value: Words.date(paper.day),
            called: Words.say("counter.paper_day")
        },
        {
            key: "time",
            around: "_",
            value: paper.time,
            called: Words.say("counter.paper_time")
        },
        ...paper.what === "lent" ? [
            {
                key: "member",
                around: "_",
                value: paper.name,
                called: Words.say("counter.paper_member")
            }
        ] : [],
        {
            key: "what",
            around: "_",
            value: Words.say("counter.paper_" + paper.what),
            called: ""
        },
        {
            key: "copy",
            around: "_",
            value: "",
            called: Words.say("counter.paper_copy")
        }
    ]
    signal told(string field, string text)
    function take(key: string) {
        if (key === "what")
            told("what", paper.what === "lent" ? "returned" : "lent");
        else
            hand = hand === key ? "" : key;
    }
    Component.onCompleted: forceActiveFocus()
    Keys.onPressed: event => {
        if (hand === "" && /^[0-9]$/.test(event.text))
            hand = paper.time === "" ? "time" : "copy";
        typing.key(event);
    }
    Serif {
        id: heading
        y: Theme.s3
        width: parent.width
        text: Words.say("counter.paper")
        elide: Text.ElideRight
        px: Dense.title
    }
    SaidSentence {
        id: sentence
        anchors {
            top: heading.bottom
            topMargin: Theme.s2
        }
        width: parent.width
        parts: line.parts
        hand: line.hand
        onTaken: key => line.take(key)
    }
    Sans {
        id: how
        anchors {
            top: sentence.bottom
            topMargin: Theme.s2
        }
        width: parent.width
        text: Words.say("counter.paper_stay")
        wrapMode: Text.Wrap
        px: Dense.body
        em: Theme.close
        color: Theme.inkSoft
    }
    TypedDigits {
        id: digits
        visible: line.hand !== ""
        anchors {
            top: how.bottom
            topMargin: Theme.s1
        }
        width: parent.width
        digits: typing.digits
        name: how.text
    }
    KeyPad {
        visible: line.hand !== ""
        anchors {
            top: digits.bottom
            topMargin: Theme.s2
            bottom: parent.bottom
        }
        width: parent.width
        clearText: Words.say("pin.clear")
        rubText: Words.say("pin.rub")
        onDigit: digit => typing.add(digit)
        onClear: typing.clear()
        onRub: typing.rub()
    }
    Typing {
        id: typing
        most: 13                       // the number of a copy
        enabled: line.hand !== ""
        onEntered: digits => {
            const field = line.hand;
            line.hand = "";
            line.told(field, digits);
        }
    }
}
