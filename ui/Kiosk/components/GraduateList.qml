pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// People of one state, each with what was earned and the fact that decides.
Item {
    id: list
    required property var rows
    required property string view
    signal picked(var row)
    Roll {
        id: roll
        anchors.fill: parent
        model: list.rows
        delegate: PersonLine {
            required property var modelData
            required property int index
            width: roll.width
            name: modelData.name
            about: Words.say("roll.tail", {
                tail: modelData.numberTail
            }) + " · " + Words.say("graduates.hours", {
                hours: modelData.hours,
                came: modelData.came,
                sessions: modelData.sessions
            })
            fact: modelData.certificate !== "" ? modelData.certificate : modelData.reasons.length > 1 ? Words.say("graduates.more", {
                count: modelData.reasons.length
            }) : modelData.reasons.length > 0 ? Words.say("graduates.lacks_" + modelData.reasons[0].code) : modelData.mark !== "" ? Words.say("mark." + modelData.mark) : ""
            button: Words.say("graduates.see")
            onPressed: list.picked(modelData)
            onFocused: roll.show(index)
        }
    }
    Sans {
        visible: list.rows.length === 0
        y: Theme.s3
        width: parent.width
        text: Words.say("graduates.nobody_" + list.view)
        color: Theme.inkSoft
        wrapMode: Text.Wrap
        px: Theme.lead
        em: Theme.close
    }
}
