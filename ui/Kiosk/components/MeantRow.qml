pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// What may have been meant, to be touched.
Flow {
    id: row
    required property var meant
    signal chosen(string text)
    spacing: Theme.gap
    Repeater {
        model: row.meant
        BigButton {
            required property string modelData
            text: modelData
            onPressed: row.chosen(modelData)
        }
    }
}
