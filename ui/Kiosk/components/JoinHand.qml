pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// The blank of a new member that is in hand: words are typed, numbers too, a tier is chosen.
FocusScope {
    id: hand
    required property string blank         // name, phone, unit, tier, born
    required property var draft
    required property var tiers
    required property var units
    readonly property bool typed: ["name", "unit"].includes(blank)
    readonly property bool counted: ["phone", "born"].includes(blank)
    readonly property string value: draft[blank] ?? ""
    signal written(string text)
    signal filled                          // on to the next blank
    Keys.onPressed: event => {
        if (event.modifiers & (Qt.ControlModifier | Qt.AltModifier))
            return;
        if (hand.typed && (event.key === Qt.Key_Backspace || /^[A-Za-z0-9 ]$/.test(event.text)))
            letters.key(event);
        else if (hand.counted && (event.key === Qt.Key_Backspace || /^\d$/.test(event.text))) {
            hand.written(event.key === Qt.Key_Backspace ? hand.value.slice(0, -1) : hand.value + event.text);
            event.accepted = true;
        }
    }
    TextBlank {
        id: letters
        visible: hand.typed
        width: parent.width
        height: Theme.pad + 240
        value: hand.typed ? hand.value : ""
        called: Words.say("joining.hint_" + (hand.typed ? hand.blank : "name"))
        earlier: hand.blank === "unit" ? hand.units : []
        onWritten: text => hand.written(text)
    }
    Column {
        visible: hand.counted
        width: parent.width
        spacing: Theme.s2
        TypedText {
            width: parent.width
            text: hand.counted ? hand.value : ""
            typing: ""
            apart: true
            hint: Words.say("joining.hint_" + (hand.counted ? hand.blank : "phone"))
        }
        KeyPad {
            width: parent.width
            height: 4 * Dense.primary + 3 * Theme.s2
            clearText: Words.say("pin.clear")
            rubText: Words.say("pin.rub")
            onDigit: digit => hand.written(hand.value + digit)
            onClear: hand.written("")
            onRub: hand.written(hand.value.slice(0, -1))
        }
    }
    ChoiceChips {
        visible: hand.blank === "tier"
        width: parent.width
        most: 3
        choices: hand.tiers.map(tier => ({
                    key: tier,
                    text: Words.say("tier." + tier),
                    chosen: tier === hand.draft.tier
                }))
        onPicked: tier => {
            hand.written(tier);
            hand.filled();
        }
    }
}
