pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// The line that is typed on: digits in groups, or a dot for each. While they are checked not even their number is told.
Item {
    id: line
    required property string digits
    required property string name
    property bool hidden: false
    property bool checking: false
    readonly property real px: Math.min(Theme.hero * 0.7, width / 8)
    readonly property var groups: digits.match(digits.startsWith("1") ? /^\d{1,3}|\d{1,4}/g : /\d{1,4}/g) ?? []
    readonly property int dots: checking ? 6 : digits.length
    implicitHeight: Math.round(px * 1.5)
    Accessible.role: Accessible.StaticText
    Accessible.name: name
    Figure {
        id: open
        visible: !line.hidden
        anchors.verticalCenter: parent.verticalCenter
        text: line.hidden ? "" : line.groups.join("  ")
        px: line.px
    }
    Row {
        id: covered
        visible: line.hidden
        anchors.verticalCenter: parent.verticalCenter
        spacing: line.px * 0.28
        Repeater {
            model: line.hidden ? line.dots : 0
            Rectangle {
                width: line.px * 0.38
                height: width
                radius: width / 2
                color: line.checking ? Theme.pine : Theme.ink
            }
        }
        SequentialAnimation on opacity {
            running: line.checking && Theme.breath > 0
            loops: Animation.Infinite
            alwaysRunToEnd: true
            NumberAnimation {
                to: 0.25
                duration: Theme.breath / 2
            }
            NumberAnimation {
                to: 1
                duration: Theme.breath / 2
            }
        }
    }
    Rectangle {
        visible: !line.checking
        anchors.verticalCenter: parent.verticalCenter
        x: line.digits === "" ? 0 : (line.hidden ? covered.width : open.width) + Theme.s2
        width: Theme.rule
        height: line.px
        color: Theme.vermilion
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.bold
        color: line.checking ? Theme.pine : Theme.ink
    }
}
