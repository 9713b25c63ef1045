import QtQuick
import Kiosk

// A scan was heard, even where nothing else changes: a line along the upper edge that fades.
Rectangle {
    id: mark
    function show(kind: string) {
        color = kind === "done" ? Theme.pine : kind === "refused" || kind === "soon" ? Theme.ochre : Theme.ink;
        if (!Theme.still)
            fade.restart();
    }
    height: Theme.s1
    opacity: 0
    NumberAnimation {
        id: fade
        target: mark
        property: "opacity"
        from: 1
        to: 0
        duration: Theme.settle * 2
        easing.type: Easing.InCubic
    }
}
