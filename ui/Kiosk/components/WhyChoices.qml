pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// Why it is done: one of a few reasons, each with its digit; another is said in a line.
Column {
    id: whys
    required property var choices
    property string why
    signal picked(string why)
    function key(key: string): bool {
        const choice = choices[Number(key) - 1];
        if (choice)
            picked(choice);
        return !!choice;
    }
    spacing: Theme.gap
    DeskHeading {
        width: parent.width
        text: Words.say("member.why_asked")
    }
    Repeater {
        model: whys.choices
        Choice {
            required property string modelData
            required property int index
            width: whys.width
            text: Words.say("member.why." + modelData)
            key: index + 1
            chosen: whys.why === modelData
            onPressed: whys.picked(modelData)
        }
    }
}
