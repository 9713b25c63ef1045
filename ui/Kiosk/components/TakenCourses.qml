pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// The courses that somebody has a seat in, lesson by lesson.
Column {
    id: taken
    required property var courses
    property int most: 3
    spacing: Theme.s2
    Repeater {
        model: taken.courses.slice(0, taken.most)
        Column {
            id: course
            required property var modelData
            width: taken.width
            spacing: Theme.s0
            Item {
                width: parent.width
                height: title.height
                Sans {
                    id: title
                    anchors {
                        left: parent.left
                        right: hours.left
                        rightMargin: Theme.s2
                    }
                    text: course.modelData.title
                    strong: true
                    elide: Text.ElideRight
                    px: Dense.body
                    em: Theme.close
                }
                Sans {
                    id: hours
                    anchors {
                        right: parent.right
                        baseline: title.baseline
                    }
                    text: Words.say("member.hours", {
                        hours: course.modelData.hours
                    })
                    color: Theme.inkSoft
                    px: Dense.caption
                    em: Theme.close
                }
            }
            LessonBar {
                width: parent.width
                marks: course.modelData.marks
            }
        }
    }
}
