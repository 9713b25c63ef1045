import QtQuick
import Kiosk

// The head of a page about a course: what it is, its name, and a sentence.
Column {
    id: head
    required property string heading
    property string over
    property string text
    topPadding: Theme.wide ? Theme.s4 : Theme.s5
    spacing: Theme.s2
    Sans {
        visible: text !== ""
        width: parent.width
        text: head.over
        strong: true
        color: Theme.pine
        px: Theme.lead
        em: Theme.close
        elide: Text.ElideRight
    }
    Serif {
        width: parent.width
        text: head.heading
        wrapMode: Text.Wrap
        maximumLineCount: 3
        elide: Text.ElideRight
        px: Theme.heading
    }
    Sans {
        visible: text !== ""
        width: parent.width
        text: head.text
        wrapMode: Text.Wrap
        color: Theme.inkSoft
        px: Theme.body
        em: Theme.close
    }
}
