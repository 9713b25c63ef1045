import QtQuick
import Kiosk

// Why the last try failed, kindly: what, how much is left, and what to do.
Column {
    id: note
    required property var reason       // { code, text, facts, next }
    topPadding: Theme.care ? 0 : Theme.s1
    Rectangle {
        width: parent.width
        height: Theme.rule
        color: Theme.ochre
    }
    Item {
        width: parent.width
        height: what.height
        Serif {
            id: what
            width: parent.width - code.width - Theme.s3
            text: note.reason.text
            wrapMode: Text.Wrap
            color: Theme.ochre
            px: Theme.section
            spread: Theme.loose / 2
        }
        Sans {
            id: code
            anchors {
                right: parent.right
                baseline: what.baseline
            }
            text: note.reason.code
            color: Theme.inkFaint
            px: Theme.caption
        }
    }
    Sans {
        width: parent.width
        text: note.reason.facts
        wrapMode: Text.Wrap
        px: Theme.lead
        em: Theme.close
    }
    Sans {
        width: parent.width
        text: note.reason.next
        wrapMode: Text.Wrap
        color: Theme.inkSoft
        px: Theme.body
        em: Theme.close
    }
}
