pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// The way through the practice: what is done, what is to be done now, what comes.
Column {
    id: steps
    required property int step
    Repeater {
        model: 3
        PracticeStep {
            required property int index
            width: steps.width
            number: index + 1
            heading: Words.say("practice.name_" + index)
            text: Words.say("practice.step_" + index)
            now: index === steps.step
            done: index < steps.step
        }
    }
}
