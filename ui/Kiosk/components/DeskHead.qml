import QtQuick
import Kiosk

// The head of every page of the desk: what it is, one line of context, tools, who works here and for how long, the time.
Item {
    id: head
    required property var frame
    required property string title
    required property string note
    required property bool ruled
    property alias tools: toolRow.data
    readonly property var duty: frame.duty
    readonly property bool soon: (duty?.leftS ?? 180) <= 30
    readonly property bool technician: duty?.role === "technician"
    Serif {
        id: name
        y: 18
        width: Math.min(implicitWidth, (Theme.wide ? who.x - Theme.s3 : parent.width) - 0)
        text: head.title
        elide: Text.ElideRight
        px: Dense.title
        spread: Words.upright ? Theme.looser : 0
    }
    Sans {
        x: Theme.wide ? name.width + Dense.gap : 0
        y: Theme.wide ? 42 : 82
        width: (Theme.wide ? Math.min(toolRow.x, who.x) - Dense.gap : toolRow.x - Theme.s2) - x
        visible: width > Dense.row
        text: head.note
        elide: Text.ElideRight
        wrapMode: Theme.wide ? Text.NoWrap : Text.Wrap
        maximumLineCount: Theme.wide ? 1 : 2
        px: Dense.caption + 1
        em: Theme.close
        color: Theme.inkSoft
    }
    Row {
        id: toolRow
        anchors {
            right: Theme.wide ? who.left : parent.right
            rightMargin: Theme.wide ? Dense.margin : 0
        }
        y: Theme.wide ? 14 : 90
        spacing: Theme.gap
    }
    Row {
        id: who
        anchors.right: parent.right
        y: Theme.s2
        height: 62
        spacing: Theme.s2
        FaceDisc {
            face: head.duty?.face ?? ""
            width: 52
            height: 52
            color: head.technician ? Theme.ink : Theme.dutyFill
            anchors.verticalCenter: parent.verticalCenter
        }
        Column {
            anchors.verticalCenter: parent.verticalCenter
            Sans {
                text: head.duty ? head.duty.name + " · " + Words.say("role." + head.duty.role) : ""
                strong: true
                px: Dense.caption
                em: Theme.close
            }
            Sans {
                text: head.duty ? Words.stays(head.duty) : ""
                px: Theme.least
                em: Theme.close
                color: head.soon ? Theme.ochre : Theme.inkSoft
            }
        }
        Hairline {
            upright: true
            height: 48
            anchors.verticalCenter: parent.verticalCenter
        }
        Column {
            anchors.verticalCenter: parent.verticalCenter
            Figure {
                anchors.right: parent.right
                text: head.frame.now
                px: Dense.head + Theme.dip
            }
            Sans {
                anchors.right: parent.right
                text: Words.date(head.frame.today) + " " + Words.weekday(head.frame.today)
                px: Theme.least
                em: 1.3
                color: Theme.inkSoft
            }
        }
    }
    Hairline {
        visible: head.ruled
        anchors.bottom: parent.bottom
        width: parent.width
    }
}
