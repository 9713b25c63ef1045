import QtQuick
import Kiosk

// One step to be done at the window: what, why, and the window itself, beside the words or under them.
Item {
    id: step
    required property string heading
    required property string text
    property string side: "below"
    property bool stacked: false
    property QtObject camera: null
    Column {
        id: words
        y: Theme.s3
        width: step.stacked ? parent.width : parent.width - hint.width - Theme.s4
        spacing: Theme.s3
        Serif {
            width: parent.width
            text: step.heading
            wrapMode: Text.Wrap
            px: Theme.heading
        }
        Sans {
            width: parent.width
            text: step.text
            wrapMode: Text.Wrap
            px: Theme.label
        }
    }
    ScanHint {
        id: hint
        x: step.stacked ? 0 : parent.width - width
        y: step.stacked ? words.y + words.height + Theme.s4 : Theme.s3
        width: step.stacked ? Math.min(parent.width, height * 1.2) : Theme.hintWidth
        height: Math.min(parent.height - y - Theme.s3, Theme.window)
        step: width < Theme.shelf ? Theme.s2 : Theme.s2 + Theme.s1
        side: step.side
        camera: step.camera
    }
}
