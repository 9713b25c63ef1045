pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// Lines of the register: who, which course, the number, and whether it still holds.
Roll {
    id: roll
    required property var rows
    signal picked(string number)
    model: rows
    delegate: PersonLine {
        required property var modelData
        required property int index
        width: roll.width
        name: modelData.name === "" ? Words.say("register.forgotten") : modelData.name
        about: modelData.number + " · " + modelData.title
        fact: modelData.state !== "valid" ? Words.say("register.state_" + modelData.state) : Words.date(modelData.issuedOn)
        button: Words.say("graduates.see")
        onPressed: roll.picked(modelData.number)
        onFocused: roll.show(index)
    }
}
