pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// The courses whose certificates can be looked at, the latest first.
Roll {
    id: roll
    required property var courses
    signal picked(string course)
    model: courses
    delegate: PersonLine {
        required property var modelData
        required property int index
        width: roll.width
        name: modelData.title
        about: Words.say("kind." + modelData.kind)
        fact: modelData.lastOn ? Words.say(modelData.over ? "graduates.over" : "graduates.on", {
            date: Words.date(modelData.lastOn)
        }) : ""
        button: Words.say("graduates.see")
        onPressed: roll.picked(modelData.course)
        onFocused: roll.show(index)
    }
}
