pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// This way; the only thing on the screen that moves by itself.
Column {
    id: chevrons
    property real size: Theme.iconRow
    spacing: -size * 0.46
    Repeater {
        model: 2
        Icon {
            id: chevron
            required property int index
            name: "down"
            size: chevrons.size
            weight: 4.5
            SequentialAnimation on opacity {
                running: Theme.breath > 0
                loops: Animation.Infinite
                PauseAnimation {
                    duration: chevron.index * Theme.settle
                }
                NumberAnimation {
                    to: 0.25
                    duration: Theme.breath / 2
                }
                NumberAnimation {
                    to: 1
                    duration: Theme.breath / 2
                }
                PauseAnimation {
                    duration: (1 - chevron.index) * Theme.settle
                }
            }
        }
    }
}
