pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// How it goes, one line each.
Column {
    id: list
    required property var things       // { name, icon }
    property real least: Theme.how
    Repeater {
        model: list.things
        HowLine {
            required property var modelData
            width: list.width
            least: list.least
            icon: modelData.icon
            heading: Words.say("help." + modelData.name)
            text: Words.say("help." + modelData.name + "_how")
        }
    }
}
