import QtQuick
import Kiosk

// The member's reading at a glance: how many of how many, and what comes next.
Item {
    id: head
    required property var loans
    required property int most
    required property int mayTake
    readonly property var next: loans.reduce((least, row) => !least || row.due.on < least.due.on ? row : least, null)
    Upright {
        id: name
        visible: Words.upright
        anchors {
            right: parent.right
            verticalCenter: ring.verticalCenter
        }
        words: Words.say("record.heading")
        px: Theme.wide ? Theme.heading : Theme.display
    }
    Hairline {
        upright: true
        visible: Words.upright
        color: Theme.gold
        anchors {
            right: name.left
            rightMargin: Theme.s3
            top: ring.top
            bottom: ring.bottom
        }
    }
    Ring {
        id: ring
        y: Theme.wide ? Theme.s4 : Theme.s5
        width: Theme.ring
        height: width
        share: head.most > 0 ? head.loans.length / head.most : 0
        Column {
            anchors.centerIn: parent
            Figure {
                anchors.horizontalCenter: parent.horizontalCenter
                text: head.loans.length
                px: Theme.hero
            }
            Sans {
                anchors.horizontalCenter: parent.horizontalCenter
                text: Words.say("record.of", {
                    most: head.most
                })
                px: Theme.body
                color: Theme.inkSoft
            }
        }
    }
    Column {
        x: Theme.wide ? 0 : ring.width + Theme.s5
        y: Theme.wide ? ring.y + ring.height + Theme.s3 : ring.y + (ring.height - height) / 2
        spacing: Theme.s2
        Serif {
            visible: !Words.upright
            text: Words.say("record.heading")
            px: Theme.heading
        }
        Flow {
            width: Theme.wide ? head.width : head.width - ring.width - Theme.s5 - (Words.upright ? name.width + Theme.s4 : 0)
            spacing: Theme.wide ? Theme.s5 : Theme.s3
            Total {
                visible: !!head.next
                text: Words.say("record.next_due")
                fact: head.next ? Words.date(head.next.due.on) : ""
                tone: head.next?.due.days < 0 ? Theme.ochre : Theme.ink
            }
            Total {
                text: Words.say("record.may_take")
                fact: head.mayTake
            }
        }
    }
}
