pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// Every day, or one of seven; and the way to the other seven.
Row {
    id: strip
    required property var week
    required property var days             // on which anything is on
    required property string day           // the chosen one; none: all
    required property string today
    required property string otherWeek     // the first day of the other seven
    readonly property bool later: otherWeek !== "" && otherWeek < week[0]
    readonly property real each: (width - (week.length + 1) * spacing) / (week.length + 2)
    signal picked(string day)
    height: Theme.dayPlate
    spacing: Theme.gap
    InkTab {
        width: strip.each
        height: strip.height
        text: Words.say("programme.every_day")
        chosen: strip.day === ""
        onPressed: strip.picked("")
    }
    Repeater {
        model: strip.week
        DayPlate {
            required property string modelData
            width: strip.each
            height: strip.height
            on: modelData
            today: modelData === strip.today
            chosen: modelData === strip.day
            empty: !strip.days.includes(modelData)
            onPressed: strip.picked(modelData)
        }
    }
    BigButton {
        visible: strip.otherWeek !== ""
        width: strip.each
        height: strip.height
        text: ""
        name: Words.say(strip.later ? "programme.week_back" : "programme.week_on")
        icon: strip.later ? "back" : "next"
        focusGap: -Theme.s0
        onPressed: strip.picked(strip.otherWeek)
    }
}
