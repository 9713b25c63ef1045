import QtQuick
import Kiosk

// The head of the programme: what it is, and how much of it there is.
Item {
    id: head
    required property string day
    required property string today
    required property int count
    implicitHeight: Theme.wide ? fact.y + fact.height : title.y + title.height
    Serif {
        id: title
        y: Theme.wide ? Theme.s3 : Theme.s4
        text: Words.say("programme.heading")
        px: Theme.heading
    }
    Sans {
        id: fact
        anchors {
            right: Theme.wide ? undefined : parent.right
            baseline: Theme.wide ? undefined : title.baseline
        }
        y: title.y + title.height + Theme.s1
        visible: head.count > 0
        text: head.day === "" ? Words.say("programme.two_weeks", {
            count: head.count
        }) : Words.say("programme.one_day", {
            date: Words.date(head.day),
            weekday: Words.weekday(head.day),
            count: head.count
        })
        color: Theme.inkSoft
        px: Theme.body
        em: Theme.close
    }
}
