import QtQuick
import Kiosk

// Leave it, or do it: how each question about a copy or a card ends.
Row {
    id: ways
    required property bool ready
    required property string leave
    required property string go
    signal dropped
    signal gone
    spacing: Theme.s2
    DeskButton {
        width: Math.floor((ways.width - ways.spacing) * 0.36)
        height: Dense.primary
        text: ways.leave
        key: "Esc"
        onPressed: ways.dropped()
    }
    DeskButton {
        width: Math.floor((ways.width - ways.spacing) * 0.64)
        kind: "primary"
        enabled: ways.ready
        text: ways.go
        key: "Enter"
        onPressed: ways.gone()
    }
}
