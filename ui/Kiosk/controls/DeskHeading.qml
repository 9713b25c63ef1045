import QtQuick
import Kiosk

// Opens a section: one ink line, a serif title, and at the right one fact about the section.
Item {
    id: heading
    required property string text
    property string note
    property bool ruled: true
    implicitHeight: ruled ? 66 : 56
    Rectangle {
        visible: heading.ruled
        width: parent.width
        height: 3
        color: Theme.ink
    }
    Serif {
        id: title
        y: heading.ruled ? 12 : Theme.dip
        width: parent.width - remark.width - (remark.text === "" ? 0 : Theme.s3)
        text: heading.text
        elide: Text.ElideRight
        px: Dense.head
        em: 1.36
    }
    Sans {
        id: remark
        anchors {
            right: parent.right
            baseline: title.baseline
        }
        width: Math.min(implicitWidth, parent.width * 0.6)
        text: heading.note
        elide: Text.ElideRight
        px: Dense.caption
        em: Theme.close
        color: Theme.inkSoft
    }
}
