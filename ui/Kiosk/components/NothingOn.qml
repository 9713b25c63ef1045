import QtQuick
import Kiosk

// Nothing is on: said kindly, with the way to what is.
Column {
    id: nothing
    required property string day
    required property string nextDay
    required property bool narrowed        // a kind or a time was chosen
    signal picked(string day)
    signal all
    topPadding: Theme.s5
    spacing: Theme.s3
    Serif {
        width: parent.width
        text: nothing.day !== "" ? Words.say("programme.none_day", {
            date: Words.date(nothing.day),
            weekday: Words.weekday(nothing.day)
        }) : Words.say(nothing.narrowed ? "programme.none_kind" : "programme.none")
        wrapMode: Text.Wrap
        px: Theme.title
    }
    Sans {
        visible: nothing.day !== ""
        width: parent.width
        text: Words.say("programme.rest")
        wrapMode: Text.Wrap
        color: Theme.inkSoft
        px: Theme.body
        em: Theme.close
    }
    BigButton {
        visible: nothing.nextDay !== "" || nothing.narrowed
        width: Math.min(nothing.width, implicitWidth + Theme.s5)
        height: Theme.primary
        text: nothing.nextDay !== "" ? Words.say("programme.see_day", {
            date: Words.date(nothing.nextDay),
            weekday: Words.weekday(nothing.nextDay)
        }) : Words.say("programme.see_all")
        icon: "next"
        onPressed: nothing.nextDay !== "" ? nothing.picked(nothing.nextDay) : nothing.all()
    }
}
