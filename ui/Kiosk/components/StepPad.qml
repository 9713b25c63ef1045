pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// A number or a day that goes up and down, in small steps and in large ones.
Row {
    id: pad
    required property string value
    required property string unit
    required property int small
    required property int large
    readonly property real each: (width - 4 * spacing) * (Theme.care ? 0.15 : 0.16)
    signal stepped(int by)
    height: Theme.primary
    spacing: Theme.gap
    component Step: BigButton {
        property int by
        width: pad.each
        height: pad.height
        text: (by < 0 ? "−" : "+") + Math.abs(by)
        name: text + " " + pad.unit
        onPressed: pad.stepped(by)
    }
    Step {
        by: -pad.large
    }
    Step {
        by: -pad.small
    }
    Item {
        width: pad.width - 4 * (pad.each + pad.spacing)
        height: pad.height
        Label {
            anchors {
                left: parent.left
                right: parent.right
                verticalCenter: parent.verticalCenter
            }
            horizontalAlignment: Text.AlignHCenter
            text: pad.value
            font.family: Theme.serif
            px: Theme.title
        }
    }
    Step {
        by: pad.small
    }
    Step {
        by: pad.large
    }
}
