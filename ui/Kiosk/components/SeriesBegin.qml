pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// Courses that were held before: one touch, and the next one is all but said.
Column {
    id: begin
    required property var earlier          // [{ course, title, teacher, room }]
    signal picked(string course)
    spacing: Theme.s2
    Serif {
        visible: begin.earlier.length > 0
        text: Words.say("series.earlier")
        px: Theme.section
    }
    ChoiceChips {
        width: parent.width
        most: Theme.care || !Theme.wide ? 2 : 3
        choices: begin.earlier.map(course => ({
                    key: course.course,
                    text: course.title,
                    chosen: false
                }))
        onPicked: course => begin.picked(course)
    }
}
