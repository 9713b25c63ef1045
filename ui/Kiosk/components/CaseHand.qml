pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// How the case ends: as proposed with one press, another way with its reason, or later.
Item {
    id: hand
    required property var told
    required property string choosing  // way, why
    required property string answer
    required property var whys
    required property bool joined
    required property int many         // cases that wait
    property bool writing: false       // a reason in one's own words
    readonly property var others: (told?.endings ?? []).slice(1)
    signal settled(string why, string note)
    signal other(string answer)
    signal later
    implicitHeight: told ? Math.max(ending.height + foot.height + Theme.s4, writing ? Theme.s6 * 6 : 0) : none.height + Theme.s5
    onChoosingChanged: writing = false

    function reason(why: string) {
        if (why === "other")
            writing = true;
        else
            settled(why, "");
    }
    Rectangle {
        visible: Theme.wide
        x: -Theme.s4 / 2
        width: Theme.line
        height: parent.height
        color: Theme.hairline
    }
    Column {
        id: none
        visible: !hand.told
        y: Theme.s3
        width: parent.width
        spacing: Theme.s2
        Serif {
            width: parent.width
            text: Words.say(hand.many > 0 ? "cases.all_put_off" : "cases.none")
            px: Dense.title
            wrapMode: Text.Wrap
        }
        Sans {
            width: parent.width
            text: Words.say(hand.many > 0 ? "cases.all_put_off_how" : "cases.none_how")
            px: Dense.body
            wrapMode: Text.Wrap
            color: Theme.inkSoft
        }
    }
    Loader {
        id: ending
        active: !!hand.told
        width: parent.width
        sourceComponent: CaseEnding {
            told: hand.told
            answer: hand.choosing === "way" ? hand.told.endings[0].answer : hand.answer
        }
    }
    Column {
        id: foot
        visible: !!hand.told && !hand.writing
        anchors.bottom: parent.bottom
        width: parent.width
        spacing: Theme.s2
        Sans {
            visible: hand.choosing === ""
            width: parent.width
            text: Words.say(hand.joined ? "cases.hub_does" : "cases.hub_later")
            px: Theme.least
            em: Theme.close
            wrapMode: Text.Wrap
            color: Theme.inkSoft
        }
        DeskButton {
            visible: hand.choosing === ""
            width: parent.width
            height: Dense.primary + Theme.s2
            kind: "primary"
            text: Words.say("cases.do")
            icon: "check"
            key: "Enter"
            onPressed: hand.settled("", "")
        }
        Row {
            visible: hand.choosing === ""
            spacing: Theme.s2
            DeskButton {
                visible: hand.others.length > 0
                width: (foot.width - Theme.s2) / 2
                height: Dense.primary
                text: Words.say("cases.other")
                key: "2"
                onPressed: hand.other("")
            }
            DeskButton {
                width: hand.others.length > 0 ? (foot.width - Theme.s2) / 2 : foot.width
                height: Dense.primary
                text: Words.say("cases.later")
                key: "3"
                onPressed: hand.later()
            }
        }
        CaseChoices {
            visible: hand.choosing !== ""
            width: parent.width
            heading: Words.say(hand.choosing === "why" ? "cases.which_why" : "cases.which_way")
            back: Words.say("cases.back")
            options: hand.choosing === "why" ? hand.whys.map(why => ({
                        key: why,
                        text: Words.say("cases.why_" + why)
                    })) : hand.others.map(one => ({
                        key: one.answer,
                        text: Words.say("case.way." + one.answer, {
                            first: hand.told?.first ?? "",
                            last: hand.told?.last ?? ""
                        })
                    }))
            onPicked: key => hand.choosing === "why" ? hand.reason(key) : hand.other(key)
            onGone: hand.other("")
        }
    }
    Loader {
        active: hand.writing
        anchors.bottom: parent.bottom
        width: parent.width
        height: Math.min(parent.height, Theme.pad + 2 * Dense.primary + Theme.s6)
        sourceComponent: Item {
            id: own
            property string note
            Rectangle {
                anchors.fill: parent
                color: Theme.paper
            }
            TextBlank {
                id: blank
                anchors {
                    fill: parent
                    bottomMargin: good.height + Theme.s2
                }
                focus: true
                value: ""
                called: Words.say("cases.why_said")
                earlier: []
                onWritten: text => own.note = text
                Component.onCompleted: forceActiveFocus()
                Keys.onPressed: event => blank.key(event)
                Keys.onReturnPressed: hand.settled("other", own.note)
            }
            DeskButton {
                id: good
                anchors.bottom: parent.bottom
                width: parent.width
                kind: "primary"
                enabled: own.note !== ""
                text: Words.say("cases.do_other")
                onPressed: hand.settled("other", own.note)
            }
        }
    }
}
