import QtQuick
import Kiosk

// A door that is open: its time, what is behind it, and where.
Pressable {
    id: door
    required property var row
    signal focused
    name: [row.when.starts, row.title, row.room].join(" ")
    focusGap: -Theme.s0
    onActiveFocusChanged: if (activeFocus) {
        focused();
    }
    Rectangle {
        anchors {
            fill: parent
            bottomMargin: Theme.s3
        }
        radius: Theme.radius
        color: door.down ? Qt.darker(Theme.raised, Theme.pressed) : Theme.raised
        border {
            width: Theme.line
            color: Theme.edge
        }
        Figure {
            id: time
            anchors {
                left: parent.left
                leftMargin: Theme.s4
                verticalCenter: parent.verticalCenter
            }
            text: door.row.when.starts
            px: Theme.display
        }
        Hairline {
            id: stroke
            anchors {
                left: time.right
                leftMargin: Theme.s4
                verticalCenter: parent.verticalCenter
            }
            upright: true
            height: parent.height / 2
        }
        Column {
            anchors {
                left: stroke.right
                leftMargin: Theme.s4
                right: go.left
                rightMargin: Theme.s3
                verticalCenter: parent.verticalCenter
            }
            spacing: Theme.s1
            Serif {
                width: parent.width
                text: door.row.title
                wrapMode: Text.Wrap
                maximumLineCount: 2
                elide: Text.ElideRight
                px: Theme.title
            }
            Sans {
                width: parent.width
                text: [door.row.room, Theme.care ? "" : door.row.teacher].filter(part => part).join(" · ")
                color: Theme.inkSoft
                px: Theme.body
                em: Theme.close
                elide: Text.ElideRight
            }
        }
        Sans {
            id: go
            anchors {
                right: parent.right
                rightMargin: Theme.s4
                verticalCenter: parent.verticalCenter
            }
            text: "→"
            Accessible.ignored: true
            px: Theme.section
        }
    }
}
