pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// Why a certificate no longer holds: one of four reasons, and a line in one's own words.
Item {
    id: end
    required property string why
    property bool adding: false
    property string note
    signal picked(string why)
    signal written(string text)
    Column {
        visible: !end.adding
        width: parent.width
        topPadding: Theme.wide ? 0 : Theme.s3
        spacing: Theme.s3
        Sans {
            width: parent.width
            text: Words.say("register.revoke_how")
            wrapMode: Text.Wrap
            px: Theme.lead
            em: Theme.close
        }
        ChoiceChips {
            width: parent.width
            most: 2
            choices: ["name_wrong", "person_wrong", "hours_wrong", "given_by_mistake"].map(why => ({
                        key: why,
                        text: Words.say("register.why_" + why),
                        chosen: why === end.why
                    }))
            onPicked: why => end.picked(why)
        }
        BigButton {
            visible: end.why !== ""
            width: parent.width
            height: Theme.touch
            text: end.note === "" ? Words.say("register.revoke_add") : end.note
            onPressed: end.adding = true
        }
    }
    Loader {
        active: end.adding
        anchors.fill: parent
        sourceComponent: Item {
            TextBlank {
                anchors {
                    fill: parent
                    bottomMargin: good.height + Theme.s2
                }
                value: end.note
                called: Words.say("register.revoke_note")
                earlier: []
                onWritten: text => {
                    end.note = text;
                    end.written(text);
                }
            }
            BigButton {
                id: good
                anchors.bottom: parent.bottom
                width: parent.width
                height: Theme.touch
                text: Words.say("series.good")
                onPressed: end.adding = false
            }
        }
    }
}
