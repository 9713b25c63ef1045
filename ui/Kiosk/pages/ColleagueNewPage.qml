pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// 新同事: one sentence with three blanks, what the role may do; then the PIN, once, and the card.
StaffPage {
    id: page
    required property Bridge bridge
    required property string number
    required property string name
    required property string role
    required property var roles
    required property var reasons
    required property bool tried
    required property var added
    required property string pin
    required property string card
    required property bool issues
    readonly property var house: bridge.duty.house
    readonly property var order: ["name", "role", "number"]
    property string hand: "name"
    readonly property real half: Math.floor((bodyWidth - Dense.margin) * 0.58)
    desk: bridge
    tab: "more"
    title: added ? Words.say("colleagues.joined", {
        name: added.name
    }) : Words.say("colleagues.new")
    note: Words.say(added ? "colleagues.joined_how" : "colleagues.new_note")
    needs: wide ? Math.max(form.height, beside.height) + 2 * Dense.gap : beside.y + beside.height + Dense.gap
    onAddedChanged: hand = "name"
    onKeyed: key => {
        const blank = face.item as TextBlank;
        if (key === "Esc")
            house.colleague(added ? number : "");
        else if (key === "Enter")
            added ? house.printCard(number) : house.add();
        else if (key === "Down" || key === "Up")
            hand = order[(order.indexOf(hand) + (key === "Down" ? 1 : order.length - 1)) % order.length];
        else if (blank && /^([A-Z ]|Back|\d)$/.test(key))
            blank.key({
                key: key === "Back" ? Qt.Key_Backspace : 0,
                text: key.toLowerCase(),
                accepted: false
            });
    }
    tools: [
        DeskButton {
            text: Words.say("colleagues.back")
            key: "Esc"
            icon: "back"
            onPressed: page.house.colleague(page.added ? page.number : "")
        }
    ]
    body: [
        Column {
            id: form
            y: Dense.gap
            width: page.wide ? page.half : parent.width
            spacing: Theme.s3
            SaidSentence {
                visible: !page.added
                width: parent.width
                hand: page.hand
                parts: page.order.map(key => ({
                            key: key,
                            value: key === "role" ? Words.say("role." + page.role) : key === "name" ? page.name : page.number,
                            around: Words.say("colleagues.part_" + key),
                            called: Words.say("colleagues.called_" + key)
                        }))
                onTaken: key => page.hand = key
            }
            Loader {
                id: face
                visible: !page.added
                width: parent.width
                sourceComponent: page.added ? null : page.hand === "name" ? letters : page.hand === "role" ? works : count
            }
            PinSlip {
                visible: page.pin !== ""
                width: parent.width
                pin: page.pin
                how: Words.say("colleagues.pin_how")
            }
        },
        Column {
            id: beside
            x: page.wide ? page.half + Dense.margin : 0
            y: page.wide ? Dense.gap : form.y + form.height + Dense.gap
            width: parent.width - x
            spacing: Theme.s3
            DeskHeading {
                width: parent.width
                text: page.added ? page.added.name + " " + page.number : Words.say("role." + page.role)
                note: page.added ? Words.say("role." + page.role) : ""
            }
            Consequence {
                width: parent.width
                lines: [Words.say("colleagues.may_" + page.role)]
                reasons: page.added ? [] : page.reasons.filter(reason => page.tried || reason.code !== "R-13")
            }
            CardCode {
                visible: page.card !== ""
                width: parent.width
                rows: visible ? page.bridge.modules(page.card) : []
                how: Words.say("colleagues.first_card")
            }
            Sans {
                visible: !!page.added && !page.issues
                width: parent.width
                text: Words.say("colleagues.card_hub")
                color: Theme.inkSoft
                wrapMode: Text.Wrap
                px: Dense.body
            }
            DeskButton {
                visible: !page.added || page.issues
                width: parent.width
                kind: "primary"
                enabled: !!page.added || page.reasons.length === 0
                text: Words.say(page.added ? "colleagues.print" : page.name === "" ? "colleagues.lacks" : "colleagues.join")
                key: "Enter"
                onPressed: page.added ? page.house.printCard(page.number) : page.house.add()
            }
            DeskButton {
                visible: !!page.added
                width: parent.width
                text: Words.say("colleagues.another")
                onPressed: page.house.begin()
            }
        }
    ]
    Component {
        id: letters
        TextBlank {
            height: Theme.pad + 240
            value: page.name
            called: Words.say("colleagues.hint_name")
            earlier: []
            searching: false
            onWritten: text => page.house.say("name", text, 0)
        }
    }
    Component {
        id: works
        ChoiceChips {
            most: 3
            choices: page.roles.map(role => ({
                        key: role,
                        text: Words.say("role." + role),
                        chosen: role === page.role
                    }))
            onPicked: role => page.house.say("role", role, 0)
        }
    }
    Component {
        id: count
        StepPad {
            height: Dense.primary
            value: page.number
            unit: Words.say("colleagues.unit")
            small: 1
            large: 10
            onStepped: by => page.house.say("number", "", by)
        }
    }
}
