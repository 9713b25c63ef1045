pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// The last scan, large: the book, and what is to be done with it, in words and in colour.
Item {
    id: head
    required property var scope
    required property string walked
    required property var last            // none: nothing was scanned yet
    required property var reasons
    readonly property string told: last?.told ?? ""
    readonly property bool plain: ["in_place", "shelf", "again", ""].includes(told)
    readonly property color tone: told === "in_place" ? Theme.pine : plain ? Theme.ink : Theme.ochre
    readonly property string place: scope.room !== "" ? scope.room : scope.classMark === "" ? Words.say("count.everything") : scope.classMark + " " + (Words.table["class." + scope.classMark] ?? "")
    Column {
        id: heading
        y: Theme.wide ? Theme.s2 : Theme.s3
        width: parent.width
        Serif {
            width: parent.width
            text: Words.say("count.heading") + " · " + head.place
            elide: Text.ElideRight
            color: Theme.duty
            px: Theme.care ? Theme.title : Theme.heading
        }
        Sans {
            visible: text !== ""
            width: parent.width
            text: head.walked === "" ? "" : Words.say("count.walked", {
                shelf: head.walked
            })
            elide: Text.ElideRight
            strong: true
            px: Theme.care ? Theme.body : Theme.lead
            em: Theme.close
        }
    }
    Item {
        id: picture
        visible: head.reasons.length === 0
        anchors {
            top: heading.bottom
            topMargin: Theme.care ? Theme.s2 : Theme.s3
        }
        width: Theme.care ? Theme.coverRow * 1.6 : Theme.coverPage
        height: Math.round(width * 1.42)
        BookCover {
            visible: !!head.last?.book
            width: parent.width
            book: head.last?.book ?? null
        }
        Rectangle {
            visible: !head.last?.book
            anchors.fill: parent
            color: Theme.raised
            border {
                width: Theme.line
                color: Theme.edge
            }
            Icon {
                anchors.centerIn: parent
                name: head.told === "shelf" ? "shelf" : head.told === "" ? "code" : "ask"
                size: parent.width * 0.5
                color: head.told === "" ? Theme.vermilion : head.tone
            }
        }
    }
    Column {
        visible: picture.visible
        anchors {
            left: picture.right
            leftMargin: Theme.s4
            right: parent.right
        }
        y: Math.max(picture.y, picture.y + (picture.height - height) / 2)
        Serif {
            width: parent.width
            text: head.told === "" ? Words.say("count.first") : Words.say("count.verdict_" + head.told)
            wrapMode: Text.Wrap
            color: head.tone
            px: Theme.care || head.told === "" ? Theme.section : Theme.heading
        }
        Sans {
            visible: text !== ""
            width: parent.width
            text: head.last?.title ?? ""
            wrapMode: Text.Wrap
            maximumLineCount: 2
            elide: Text.ElideRight
            strong: true
            px: Theme.care ? Theme.body : Theme.lead
            em: Theme.close
        }
        Sans {
            width: parent.width
            text: head.told === "" ? Words.say("count.first_how") : Words.say("count.advice_" + head.told, head.last)
            wrapMode: Text.Wrap
            maximumLineCount: Theme.care ? 4 : 5
            elide: Text.ElideRight
            color: head.told === "" ? Theme.inkSoft : Theme.ink
            px: Theme.care || head.told === "" ? Theme.body : Theme.lead
            em: Theme.close
        }
        Sans {
            visible: head.last?.found ?? false
            width: parent.width
            text: Words.say("count.found")
            wrapMode: Text.Wrap
            strong: true
            color: Theme.pine
            px: Theme.body
            em: Theme.close
        }
    }
    Column {
        id: why
        visible: head.reasons.length > 0
        anchors {
            top: heading.bottom
            topMargin: Theme.s4
        }
        width: parent.width
        Repeater {
            model: head.reasons
            ReasonNote {
                required property var modelData
                width: why.width
                reason: modelData
            }
        }
    }
}
