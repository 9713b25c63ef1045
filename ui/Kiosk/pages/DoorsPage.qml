pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// The works behind one tab, each with what it is for; under 更多 also what the screen itself can do.
StaffPage {
    id: page
    required property Bridge bridge
    required property string behind
    required property var doors
    readonly property real each: (bodyWidth - (plates.columns - 1) * plates.columnSpacing) / plates.columns
    desk: bridge
    tab: behind
    title: Words.say("tab." + tab)
    note: Words.say("doors.note_" + tab)
    needs: settings.y + settings.height + Dense.gap
    onKeyed: key => {
        const door = doors[Number(key) - 1];
        if (door)
            bridge.duty.enter(door);
    }
    body: [
        Grid {
            id: plates
            y: Dense.gap
            columns: page.wide ? 3 : 2
            columnSpacing: Dense.gap
            rowSpacing: Dense.gap
            Repeater {
                model: page.doors
                DoorPlate {
                    required property string modelData
                    required property int index
                    width: page.each
                    heading: Words.say("doors." + modelData)
                    told: Words.say("doors.how_" + modelData)
                    key: index < 9 ? index + 1 : ""
                    onPressed: page.bridge.duty.enter(modelData)
                }
            }
        },
        ScreenChoices {
            id: settings
            visible: page.tab === "more"
            y: plates.y + plates.height + Theme.s4
            width: parent.width
            lowers: page.bridge.choices.canLower
            onNight: page.bridge.choices.toggleNight()
            onLanguage: page.bridge.switchLanguage()
            onLower: page.bridge.choices.toggleLow()
            onFinish: page.bridge.finish()
        }
    ]
}
