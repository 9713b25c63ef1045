pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// Three ways to look at a list before it is imported: its columns, its first titles, what is odd in it.
Item {
    id: views
    required property var columns
    required property var fields
    required property var titles
    required property var troubles
    required property bool still
    property string view: "columns"
    signal taken(int column, string field)
    Row {
        id: tabs
        width: parent.width
        spacing: Theme.gap
        Repeater {
            model: ["columns", "rows", "troubles"]
            InkTab {
                required property string modelData
                width: (tabs.width - 2 * tabs.spacing) / 3
                height: Theme.chip
                text: Words.say("import." + modelData)
                chosen: views.view === modelData
                px: Theme.care ? Theme.note : Theme.body
                onPressed: views.view = modelData
            }
        }
    }
    Item {
        id: room
        anchors {
            top: tabs.bottom
            topMargin: Theme.s2
            bottom: parent.bottom
        }
        width: parent.width
        ImportColumns {
            visible: views.view === "columns"
            anchors.fill: parent
            columns: views.columns
            fields: views.fields
            still: views.still
            onTaken: (column, field) => views.taken(column, field)
        }
        ImportTitles {
            visible: views.view === "rows"
            anchors.fill: parent
            titles: views.titles
        }
        Sans {
            visible: views.view === "troubles" && views.troubles.length === 0
            width: parent.width
            text: Words.say("import.troubles_none")
            px: Theme.lead
        }
        Roll {
            id: odd
            visible: views.view === "troubles"
            anchors.fill: parent
            model: views.troubles
            delegate: TroubleLine {
                required property var modelData
                width: odd.width
                trouble: modelData
            }
        }
    }
}
