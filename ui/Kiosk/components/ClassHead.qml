pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// The head of a page about a course: what it is, its name, and a few facts.
Column {
    id: head
    required property string heading
    property string over
    property var lines: []
    topPadding: Theme.wide ? Theme.s3 : Theme.s5
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
        maximumLineCount: 2
        elide: Text.ElideRight
        px: Theme.heading
    }
    FactLines {
        width: parent.width
        lines: head.lines
        px: Theme.body
    }
}
