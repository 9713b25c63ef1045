pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// The three things that one handles here: side by side, or one below the other.
Grid {
    id: plates
    property string side: "below"
    readonly property var things: ["card", "label", "window"]
    columns: Theme.wide ? 1 : things.length
    spacing: Theme.s3
    Repeater {
        model: plates.things
        Grid {
            id: plate
            required property string modelData
            columns: Theme.wide ? 2 : 1
            columnSpacing: Theme.s4
            rowSpacing: Theme.s2
            verticalItemAlignment: Grid.AlignVCenter
            HelpThing {
                id: thing
                width: Theme.wide ? Theme.plate * 1.1 : (plates.width - 2 * plates.spacing) / 3
                height: Theme.plate
                thing: plate.modelData
                side: plates.side
            }
            Column {
                width: Theme.wide ? plates.width - thing.width - plate.columnSpacing : thing.width
                Serif {
                    width: parent.width
                    text: Words.say("help." + plate.modelData)
                    wrapMode: Text.Wrap
                    px: Theme.section
                    spread: 0
                }
                Sans {
                    width: parent.width
                    text: Words.say("help." + plate.modelData + (plate.modelData === "window" ? "_" + plates.side : "_how"))
                    wrapMode: Text.Wrap
                    px: Theme.body
                    em: Theme.close
                }
            }
        }
    }
}
