pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// The holds under the loans.
Column {
    id: list
    required property var holds
    signal cancel(string hold)
    signal suspend(string hold)
    signal resume(string hold)
    Serif {
        visible: list.holds.length > 0
        topPadding: Theme.s3
        bottomPadding: Theme.s1
        text: Words.say("record.holds")
        px: Theme.section
    }
    Repeater {
        model: list.holds
        HoldLine {
            required property var modelData
            width: list.width
            row: modelData
            onCancel: list.cancel(modelData.hold)
            onSuspend: list.suspend(modelData.hold)
            onResume: list.resume(modelData.hold)
        }
    }
}
