pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// When the hall rests: the days of the week, and the days that differ.
Column {
    id: rest
    required property string weekly
    required property var days
    property string hand                   // the weekday that is to change
    signal weekday(string day, string why)
    signal opened(string first, string last)
    spacing: Theme.s2
    onWeeklyChanged: hand = ""

    DeskHeading {
        width: parent.width
        text: Words.say("closing.every_week")
        note: Words.say("closing.every_week_note")
    }
    Row {
        id: week
        width: parent.width
        spacing: Theme.s1
        Repeater {
            model: 7
            Choice {
                required property int index
                readonly property string day: String(index + 1)
                width: (week.width - 6 * week.spacing) / 7
                text: Words.table["format.day"][index]
                chosen: rest.weekly.includes(day) !== (rest.hand === day)
                onPressed: rest.hand = rest.hand === day ? "" : day
            }
        }
    }
    WhyRow {
        visible: rest.hand !== ""
        width: parent.width
        whys: ["asked_for", "from_above", "trial", "mistake"].map(why => ({
                    key: why,
                    text: Words.say("rules.why." + why)
                }))
        button: Words.say(rest.weekly.includes(rest.hand) ? "closing.open_weekday" : "closing.close_weekday")
        onKept: why => rest.weekday(rest.hand, why)
    }
    DeskHeading {
        width: parent.width
        text: Words.say("closing.special")
        note: Words.say(rest.days.length === 0 ? "closing.special_none" : "closing.special_note")
    }
    Repeater {
        model: rest.days
        Item {
            id: one
            required property var modelData
            width: rest.width
            height: Dense.row
            LedgerRow {
                width: parent.width - away.width - Theme.s2
                height: parent.height
                text: Words.date(one.modelData.first) + (one.modelData.last === one.modelData.first ? " " + Words.weekday(one.modelData.first) : " – " + Words.date(one.modelData.last))
                note: one.modelData.closed ? "" : Words.say("closing.opens")
                fact: one.modelData.why
                over: !one.modelData.closed
                enabled: false
            }
            DeskButton {
                id: away
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                text: Words.say("closing.drop")
                onPressed: rest.opened(one.modelData.first, one.modelData.last)
            }
        }
    }
}
