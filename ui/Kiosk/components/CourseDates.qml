pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// The next sessions of a course, one line each, under an ink line.
Column {
    id: dates
    required property var sessions
    required property int count            // all that are still to come
    property int most: Theme.care ? 2 : 4
    Rectangle {
        width: parent.width
        height: Theme.line + 1
        color: Theme.ink
    }
    Item {
        width: parent.width
        height: heading.height + 2 * Theme.s2
        Serif {
            id: heading
            y: Theme.s2
            text: Words.say("course.dates")
            px: Theme.section
        }
        Sans {
            anchors {
                right: parent.right
                baseline: heading.baseline
            }
            text: Words.say("course.count", {
                count: dates.count
            })
            color: Theme.inkSoft
            px: Theme.note
        }
    }
    Repeater {
        model: dates.sessions.slice(0, dates.most)
        Item {
            id: evening
            required property var modelData
            width: dates.width
            height: Theme.dateRow
            Figure {
                id: day
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width * 0.28
                text: Words.date(evening.modelData.when.on)
                px: Theme.section
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.caption
            }
            Sans {
                id: weekday
                anchors {
                    left: day.right
                    verticalCenter: parent.verticalCenter
                }
                width: parent.width * (Theme.care ? 0.28 : 0.2)
                text: Words.weekday(evening.modelData.when.on)
                color: Theme.inkSoft
                px: Theme.body
                elide: Text.ElideRight
            }
            Sans {
                id: hours
                anchors {
                    left: weekday.right
                    verticalCenter: parent.verticalCenter
                }
                text: Theme.care ? evening.modelData.when.starts : Words.say("course.from_to", {
                    starts: evening.modelData.when.starts,
                    ends: evening.modelData.when.ends
                })
                px: Theme.body
            }
            Sans {
                anchors {
                    left: hours.right
                    leftMargin: Theme.s4
                    right: parent.right
                    verticalCenter: parent.verticalCenter
                }
                visible: !Theme.care
                text: evening.modelData.topic
                color: Theme.inkSoft
                px: Theme.note
                elide: Text.ElideRight
            }
            Hairline {
                anchors.bottom: parent.bottom
                width: parent.width
            }
        }
    }
}
