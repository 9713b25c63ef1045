import QtQuick
import Kiosk

// One line in somebody's own words: why a loan passes, or what is broken.
FocusScope {
    id: note
    required property string title
    required property string how
    property string said
    Component.onCompleted: forceActiveFocus()
    Serif {
        id: heading
        y: Theme.s3
        width: parent.width
        text: note.title
        elide: Text.ElideRight
        px: Dense.title
    }
    Sans {
        id: help
        anchors.top: heading.bottom
        width: parent.width
        text: note.how
        wrapMode: Text.Wrap
        px: Dense.body
        em: Theme.close
        color: Theme.inkSoft
    }
    TextBlank {
        id: blank
        anchors {
            top: help.bottom
            topMargin: Theme.s2
            bottom: parent.bottom
        }
        width: parent.width
        focus: true
        Keys.onPressed: event => blank.key(event)
        value: ""
        called: ""
        earlier: []
        searching: false
        onWritten: text => note.said = text
    }
}
