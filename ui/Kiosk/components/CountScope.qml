import QtQuick
import Kiosk

// A room, a class, or everything: what could be counted, and how many copies should stand there.
Pressable {
    id: row
    required property var scope
    name: words.text + " " + count.text
    focusGap: -Theme.s0
    implicitHeight: Theme.touch
    Serif {
        id: words
        anchors {
            left: parent.left
            right: count.left
            rightMargin: Theme.s3
            verticalCenter: parent.verticalCenter
        }
        text: row.scope.room !== "" ? row.scope.room : row.scope.classMark === "" ? Words.say("count.everything") : row.scope.classMark + " " + (Words.table["class." + row.scope.classMark] ?? "")
        elide: Text.ElideRight
        px: Theme.lead
    }
    Sans {
        id: count
        anchors {
            right: go.left
            rightMargin: Theme.s3
            verticalCenter: parent.verticalCenter
        }
        text: Words.say("count.copies", {
            count: row.scope.count
        })
        color: Theme.inkSoft
        px: Theme.note
    }
    Icon {
        id: go
        anchors {
            right: parent.right
            verticalCenter: parent.verticalCenter
        }
        name: "next"
        color: Theme.duty
        size: Theme.lead
    }
    Hairline {
        anchors.bottom: parent.bottom
        width: parent.width
    }
}
