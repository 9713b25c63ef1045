pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// The next sessions of a day along one line; vermilion is now, and as far as the day has come.
Item {
    id: day
    required property var sessions         // { title, when, room, state, free, mine, issue }, at most four
    required property real nowAt           // 0 to 1 along the line
    readonly property real each: (width - Theme.s3 * (sessions.length - 1)) / Math.max(1, sessions.length)
    property int lines: 1                  // of a title, and of the words about it
    signal picked(string course)
    implicitHeight: stops.y + stops.height
    Rectangle {
        y: (Theme.dot - height) / 2
        width: parent.width
        height: Theme.line
        color: Theme.edge
    }
    Rectangle {
        y: (Theme.dot - height) / 2
        width: parent.width * day.nowAt
        height: Theme.rule
        color: Theme.vermilion
    }
    Row {
        id: stops
        width: parent.width
        spacing: Theme.s3
        Repeater {
            model: day.sessions
            TimelineStop {
                required property var modelData
                required property int index
                width: day.each
                session: modelData
                lines: day.lines
                begun: day.nowAt * day.sessions.length > index
                onPressed: day.picked(modelData.course)
            }
        }
    }
}
