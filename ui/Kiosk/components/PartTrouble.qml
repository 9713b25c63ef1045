import QtQuick
import Kiosk

// A part of the machine that needs somebody: what it is, what was found, and the cure.
Rectangle {
    id: trouble
    required property var part             // { name, state, why, values }
    readonly property string key: part.why === "slow" ? "slow" : part.name + "_" + part.why
    readonly property bool failed: part.state === "fail"
    implicitHeight: words.height + 2 * Theme.s2 + Theme.gap
    color: Theme.clear
    Rectangle {
        width: parent.width
        height: words.height + 2 * Theme.s2
        color: Theme.ochreTint
        Rectangle {
            width: parent.width
            height: trouble.failed ? Theme.rule : Theme.line
            color: Theme.ochre
        }
        Column {
            id: words
            x: Theme.s3
            y: Theme.s2
            width: parent.width - 2 * Theme.s3
            spacing: Theme.s1
            Serif {
                width: parent.width
                text: Words.say("doctor." + trouble.part.name) + " · " + Words.say("health.state_" + trouble.part.state)
                elide: Text.ElideRight
                color: Theme.ochre
                px: Theme.lead
            }
            Sans {
                width: parent.width
                text: Words.say("doctor." + trouble.key, trouble.part.values)
                wrapMode: Text.Wrap
                strong: true
                px: Theme.body
                em: Theme.close
            }
            Sans {
                width: parent.width
                text: Words.say("doctor." + trouble.key + "_cure", trouble.part.values)
                wrapMode: Text.Wrap
                px: Theme.body
                em: Theme.close
            }
        }
    }
}
