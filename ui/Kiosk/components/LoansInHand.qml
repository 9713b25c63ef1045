pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// What the person at the desk has at home, each to be renewed.
Item {
    id: list
    required property var loans
    signal renewed(string loan)
    DeskHeading {
        id: heading
        width: parent.width
        text: Words.say("counter.loans")
        note: String(list.loans.length)
    }
    Sans {
        visible: list.loans.length === 0
        anchors.top: heading.bottom
        width: parent.width
        text: Words.say("counter.loans_none")
        px: Dense.body
        color: Theme.inkSoft
    }
    Roll {
        id: roll
        anchors {
            top: heading.bottom
            bottom: parent.bottom
        }
        width: parent.width
        model: list.loans
        delegate: PileLine {
            required property var modelData
            required property int index
            readonly property var why: modelData.whyNot
            width: roll.width
            number: ""
            button: Words.say("counter.renew")
            row: ({
                    what: modelData.due.days < 0 ? "late" : "out",
                    book: modelData.book,
                    at: "",
                    key: modelData.loan,
                    dueOn: modelData.due.on,
                    notes: [why.length > 0 ? why.map(reason => reason.text).join(" · ") : Words.say("counter.loans_left", {
                            left: modelData.renewalsLeft
                        })],
                    reasons: [],
                    lifted: false
                })
            onUndone: list.renewed(modelData.loan)
            onFocused: roll.show(index)
        }
    }
}
