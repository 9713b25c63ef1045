import QtQuick
import Kiosk

// One session with the page to itself.
Column {
    id: alone
    required property var row
    required property string today
    property string over
    spacing: Theme.wide ? Theme.s1 : Theme.s2
    Sans {
        width: parent.width
        text: alone.over
        color: Theme.inkSoft
        px: Theme.note
        em: Theme.close
    }
    Sans {
        width: parent.width
        text: (alone.row.when.on === alone.today ? Words.say("programme.today") + " · " : "") + Words.date(alone.row.when.on) + " " + Words.weekday(alone.row.when.on)
        strong: true
        px: Theme.lead
        em: Theme.close
        elide: Text.ElideRight
    }
    Figure {
        text: alone.row.when.starts
        px: Theme.hero
    }
    Serif {
        width: parent.width
        text: alone.row.title
        px: Theme.heading
        wrapMode: Text.Wrap
        maximumLineCount: Theme.wide ? 2 : 3
        elide: Text.ElideRight
    }
}
