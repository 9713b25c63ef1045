pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// How to borrow, give back and renew, one line each; to be read, not pressed.
Column {
    id: list
    property real least: Theme.how
    property int most: 3
    Repeater {
        model: [
            {
                icon: "book",
                name: "borrow"
            },
            {
                icon: "giveback",
                name: "return"
            },
            {
                icon: "renew",
                name: "renew"
            }
        ].slice(0, list.most)
        HowLine {
            required property var modelData
            width: list.width
            least: list.least
            icon: modelData.icon
            heading: Words.say("home." + modelData.name)
            text: Words.say("home." + modelData.name + "_how")
        }
    }
}
