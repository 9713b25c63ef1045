pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// Other halls where the book could be fetched, two in a row.
Column {
    id: choice
    required property var halls
    signal picked(int hall)
    topPadding: Theme.s3
    spacing: Theme.s2
    Sans {
        text: Words.say("reserved.elsewhere")
        color: Theme.inkSoft
        px: Theme.note
    }
    Grid {
        columns: 2
        spacing: Theme.gap
        Repeater {
            model: choice.halls.slice(0, Theme.wide ? 2 : 4)
            BigButton {
                required property var modelData
                width: (choice.width - Theme.gap) / 2
                text: modelData.name
                onPressed: choice.picked(modelData.hall)
            }
        }
    }
}
