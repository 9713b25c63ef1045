import QtQuick
import Kiosk

// A list that was found, and where it lies.
Pressable {
    id: row
    required property var file
    name: title.text
    focusGap: -Theme.s0
    implicitHeight: words.height + 2 * Theme.s2
    Column {
        id: words
        anchors {
            left: parent.left
            right: size.left
            rightMargin: Theme.s3
            verticalCenter: parent.verticalCenter
        }
        Sans {
            id: title
            width: parent.width
            text: row.file.name
            elide: Text.ElideMiddle
            strong: true
            px: Theme.lead
            em: Theme.close
        }
        Sans {
            width: parent.width
            text: row.file.place
            elide: Text.ElideMiddle
            color: Theme.inkSoft
            px: Theme.caption
            em: Theme.close
        }
    }
    Sans {
        id: size
        anchors {
            right: go.left
            rightMargin: Theme.s3
            verticalCenter: parent.verticalCenter
        }
        text: Words.say("import.kilobytes", {
            count: row.file.sizeKb
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
