import QtQuick
import Kiosk

// A year at a glance: hours in the ring, books, evenings and certificates beside it.
Item {
    id: head
    required property real hours
    required property int books
    required property int evenings
    required property int certificates
    Upright {
        id: name
        visible: Words.upright
        anchors.right: parent.right
        y: Math.max(ring.y, ring.y + (ring.height - height) / 2)
        words: Words.say("passport.title")
        px: Theme.wide ? Theme.title : Theme.heading
    }
    Hairline {
        upright: true
        visible: Words.upright
        color: Theme.gold
        anchors {
            right: name.left
            rightMargin: Theme.s3
            top: name.top
            bottom: name.bottom
        }
    }
    Ring {
        id: ring
        y: Theme.wide ? Theme.s3 : Theme.s4
        width: Theme.wide && !Theme.care ? Theme.ring * 0.8 : Theme.ring
        height: width
        share: head.hours > 0 ? 1 : 0
        Column {
            anchors.centerIn: parent
            Figure {
                anchors.horizontalCenter: parent.horizontalCenter
                text: head.hours
                px: Theme.wide ? Theme.display : Theme.hero
            }
            Sans {
                anchors.horizontalCenter: parent.horizontalCenter
                width: ring.width * 0.55
                horizontalAlignment: Text.AlignHCenter
                wrapMode: Text.Wrap
                text: Words.say("passport.hours_year")
                em: Theme.close
                px: Theme.caption
                color: Theme.inkSoft
            }
        }
    }
    Column {
        x: Theme.wide ? 0 : ring.width + Theme.s4
        y: Theme.wide ? ring.y + ring.height + Theme.s2 : ring.y + (ring.height - height) / 2
        spacing: Theme.s1
        Serif {
            visible: !Words.upright
            width: Theme.wide ? head.width : head.width - parent.x
            text: Words.say("passport.title")
            wrapMode: Text.Wrap
            px: Theme.title
        }
        Flow {
            visible: !Theme.care
            width: Theme.wide ? head.width : head.width - ring.width - Theme.s4 - (Words.upright ? name.width + Theme.s4 : 0)
            spacing: Theme.wide ? Theme.s4 : Theme.s2
            Total {
                text: Words.say("passport.books_year")
                fact: head.books
            }
            Total {
                text: Words.say("passport.evenings_year")
                fact: head.evenings
            }
            Total {
                text: Words.say("passport.certificates_all")
                fact: head.certificates
            }
        }
    }
}
