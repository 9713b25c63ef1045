pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// What is to be typed, why the last try failed, and the line itself.
Item {
    id: head
    required property string purpose
    required property string stage
    required property bool checking
    required property var reasons
    required property string digits
    readonly property bool staff: purpose === "staff"
    readonly property bool machine: purpose === "maintenance"
    Column {
        id: words
        y: Theme.wide ? Theme.s4 : Theme.s5 - Theme.s2
        width: parent.width
        spacing: Theme.s2
        Sans {
            visible: !head.staff && !Theme.care
            text: Words.say(head.purpose === "certificate" ? "pin.why_certificate" : head.machine ? "pin.why_maintenance" : "pin.no_card")
            color: Theme.inkSoft
            px: Theme.lead
            em: Theme.close
        }
        Serif {
            width: parent.width
            text: Words.say("pin.heading_" + (head.staff ? "staff" : head.purpose === "certificate" ? "certificate" : head.machine && head.stage === "number" ? "maintenance" : head.stage))
            wrapMode: Text.Wrap
            px: Theme.heading
        }
        Sans {
            visible: head.checking || head.reasons.length === 0
            width: parent.width
            text: Words.say(head.checking ? "pin.checking" : head.machine && head.stage === "number" ? "pin.how_maintenance" : "pin.how_" + head.stage)
            wrapMode: Text.Wrap
            strong: head.checking
            color: head.checking ? Theme.pine : Theme.inkSoft
            px: Theme.lead
            em: Theme.close
        }
        Repeater {
            model: head.checking ? [] : head.reasons.slice(0, 1)
            ReasonNote {
                required property var modelData
                width: words.width
                reason: modelData
            }
        }
    }
    TypedDigits {
        y: Theme.wide ? Math.max(words.y + words.height + Theme.s4, parent.height * 0.5) : parent.height - height - Theme.s4
        width: parent.width
        digits: head.digits
        name: Words.say("pin.typed", {
            count: head.digits.length
        })
        hidden: head.stage === "pin"
        checking: head.checking
    }
}
