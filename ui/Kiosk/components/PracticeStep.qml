import QtQuick
import Kiosk

// One of the three steps: a large number, or a tick once it is done.
Item {
    id: step
    required property int number
    required property string heading
    required property string text
    required property bool now
    required property bool done
    implicitHeight: Math.max(Theme.step, words.height + 2 * Theme.s2)
    Figure {
        id: figure
        visible: !step.done
        width: Theme.s6
        anchors.verticalCenter: parent.verticalCenter
        horizontalAlignment: Text.AlignHCenter
        text: step.number
        color: step.now ? Theme.vermilion : Theme.inkFaint
        px: Math.min(Theme.hero, Theme.step * 0.8)
    }
    Icon {
        visible: step.done
        anchors.centerIn: figure
        name: "check"
        size: Theme.iconDoor
        weight: 4
        color: Theme.pine
    }
    Column {
        id: words
        anchors {
            left: figure.right
            leftMargin: Theme.s4
            right: parent.right
            verticalCenter: parent.verticalCenter
        }
        Serif {
            text: step.heading
            color: step.now ? Theme.ink : step.done ? Theme.pine : Theme.inkFaint
            px: Theme.heading - Theme.s1
        }
        Sans {
            visible: step.now
            width: parent.width
            text: step.text
            wrapMode: Text.Wrap
            px: Theme.lead
            em: Theme.close
        }
    }
    Hairline {
        anchors.bottom: parent.bottom
        width: parent.width
    }
}
