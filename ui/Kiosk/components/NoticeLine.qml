import QtQuick
import Kiosk

// A thing to know before going on; never in the way.
Rectangle {
    id: line
    required property var reason
    implicitHeight: words.height + 2 * Theme.s2
    color: Theme.ochreTint
    border {
        width: Theme.night ? Theme.line : 0
        color: Theme.ochre
    }
    Icon {
        id: mark
        x: Theme.s3
        y: Theme.s2 + what.lineHeight / 2 - height / 2
        name: line.reason.who === "wait" ? "clock" : "note"
        color: Theme.ochre
    }
    Column {
        id: words
        anchors {
            left: mark.right
            leftMargin: Theme.s3
            right: code.left
            rightMargin: Theme.s2
        }
        y: Theme.s2
        Sans {
            id: what
            width: parent.width
            text: line.reason.text
            wrapMode: Text.Wrap
            strong: true
            color: Theme.ochre
            px: Theme.body
            em: Theme.close
        }
        Sans {
            width: parent.width
            text: line.reason.next
            wrapMode: Text.Wrap
            px: Theme.note
            em: Theme.close
        }
    }
    Sans {
        id: code
        anchors {
            right: parent.right
            rightMargin: Theme.s3
        }
        y: Theme.s2
        text: line.reason.code
        color: Theme.inkFaint
        px: Theme.caption
        em: Theme.close
    }
}
