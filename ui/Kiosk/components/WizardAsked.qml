pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// One question of the first run: words stand on a line, choices as plates, measures go up and down.
Column {
    id: asked
    required property var blank
    readonly property string called: Words.say("wizard.called." + blank.key.replace(".", "_"))
    readonly property bool typed: ["words", "digits"].includes(blank.asked)
    signal taken
    signal written(string text)
    spacing: Theme.s1

    function said(choice: string): string {
        if (blank.plain)
            return choice;
        const about = {
            "machine.turned": "turned_",
            "sound.volume": "volume_"
        }[blank.key] ?? "";
        return Words.say("wizard.choice." + about + choice);
    }
    Sans {
        visible: !asked.typed
        text: asked.called
        color: Theme.inkSoft
        px: Theme.body
        em: Theme.close
    }
    Row {
        visible: asked.typed
        spacing: Theme.s3
        Sans {
            id: word
            anchors.verticalCenter: parent.verticalCenter
            visible: asked.blank.value !== ""
            text: asked.called
            color: Theme.inkSoft
            px: Theme.body
            em: Theme.close
        }
        SaidBlank {
            value: asked.blank.value
            called: asked.called
            most: asked.width - (word.visible ? word.width + Theme.s3 : 0)
            onPressed: asked.taken()
        }
    }
    ChoiceChips {
        visible: asked.blank.asked === "choice"
        width: parent.width
        most: asked.blank.choices.length > 7 ? 6 : asked.blank.plain ? 2 : Theme.care || asked.blank.choices.some(choice => asked.said(choice).length > 9) ? 3 : 4
        choices: asked.blank.choices.map(choice => ({
                    key: choice,
                    text: asked.said(choice),
                    chosen: choice === asked.blank.value
                }))
        onPicked: choice => asked.written(choice)
    }
    StepPad {
        visible: asked.blank.asked === "steps"
        width: parent.width
        value: asked.blank.value
        unit: asked.called + " " + Words.say("wizard.millimetres")
        small: 10
        large: 100
        onStepped: by => asked.written(String(by))
    }
}
