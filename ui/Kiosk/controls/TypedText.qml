pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// The line that is typed on: single letters on a line each, or words; what is still letters is set apart.
Item {
    id: line
    required property string text
    property string typing                 // letters that wait to become characters
    property string hint
    property bool searching: true
    property bool apart: false             // each letter on a line of its own
    readonly property bool boxed: apart && text.length > 0 && text.length <= 8
    readonly property real px: Theme.section * 1.3
    implicitHeight: Math.round(px * 1.45)
    clip: typed.x < typed.begin
    Accessible.role: Accessible.StaticText
    Accessible.name: text + typing
    Icon {
        id: glass
        anchors.verticalCenter: parent.verticalCenter
        name: "search"
        visible: line.searching
        size: visible ? Theme.iconRow : 0
    }
    Row {
        id: typed
        readonly property real begin: line.searching ? glass.width + Theme.s2 : 0
        x: Math.min(begin, line.width - width - Theme.s2)  // of a long line the end is seen, where it goes on
        anchors.verticalCenter: parent.verticalCenter
        spacing: line.boxed ? Theme.s1 : 0
        Repeater {
            model: line.boxed ? line.text.toUpperCase().split("") : []
            Figure {
                required property string modelData
                width: line.px * 1.15
                horizontalAlignment: Text.AlignHCenter
                text: modelData
                px: line.px
                Rectangle {
                    anchors.bottom: parent.bottom
                    width: parent.width
                    height: Theme.bold
                    color: Theme.ink
                }
            }
        }
        Serif {
            visible: !line.boxed && line.text !== ""
            text: line.boxed ? "" : line.apart ? line.text.toUpperCase() : line.text
            px: line.px
            spread: 0
        }
        Sans {
            visible: line.typing !== ""
            anchors.verticalCenter: parent.verticalCenter
            text: line.typing
            color: Theme.vermilion
            px: Theme.lead
            font.underline: true
        }
    }
    Rectangle {
        x: typed.x + typed.width + (typed.width > 0 ? Theme.s1 : 0)
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.rule
        height: line.px
        color: Theme.vermilion
    }
    Sans {
        anchors {
            left: typed.right
            leftMargin: Theme.s4
            right: parent.right
            verticalCenter: parent.verticalCenter
        }
        visible: width > Theme.touch
        text: line.hint
        color: Theme.inkSoft
        px: Theme.body
        em: Theme.close
        elide: Text.ElideRight
        horizontalAlignment: Text.AlignLeft
    }
}
