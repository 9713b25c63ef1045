import QtQuick
import Kiosk

// A place on the list, or a wish: an open ring, so that it never looks like a seat.
Item {
    id: wait
    required property string outcome       // waiting, requested
    required property int ahead
    required property string title
    readonly property bool listed: outcome === "waiting"
    Ring {
        id: ring
        anchors.horizontalCenter: Theme.wide ? parent.horizontalCenter : undefined
        y: Theme.wide ? Theme.s4 : Theme.s5
        width: Theme.care ? Theme.ring * 0.75 : Theme.ring
        height: width
        Figure {
            visible: wait.listed
            anchors.centerIn: parent
            text: wait.ahead + 1
            color: Theme.ochre
            px: Theme.hero
        }
        Icon {
            visible: !wait.listed
            anchors.centerIn: parent
            name: "clock"
            size: parent.width * 0.4
            weight: 2
            color: Theme.ochre
        }
    }
    Column {
        anchors {
            left: Theme.wide ? parent.left : ring.right
            leftMargin: Theme.wide ? 0 : Theme.s4
            right: parent.right
        }
        y: Theme.wide ? ring.y + ring.height + Theme.s3 : ring.y + Math.max(0, (ring.height - height) / 2)
        spacing: Theme.s2
        Sans {
            width: parent.width
            text: wait.title
            strong: true
            color: Theme.inkSoft
            px: Theme.lead
            em: Theme.close
            wrapMode: Text.Wrap
            maximumLineCount: 2
            elide: Text.ElideRight
        }
        Serif {
            width: parent.width
            text: Words.say("enrolled." + wait.outcome)
            wrapMode: Text.Wrap
            px: Theme.heading
        }
        Sans {
            width: parent.width
            text: wait.listed && wait.ahead === 0 ? Words.say("enrolled.waiting_first") : Words.say("enrolled." + wait.outcome + "_how", {
                ahead: wait.ahead
            })
            wrapMode: Text.Wrap
            px: Theme.body
            em: Theme.close
        }
    }
}
