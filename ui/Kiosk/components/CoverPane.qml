import QtQuick
import Kiosk

// A lattice window set into a cover's corner.
Lattice {
    required property real u
    width: 84 * u
    height: width
    rings: 4
    step: Math.round(9 * u)
    stroke: Math.max(1, Math.round(u))
    color: Theme.slip
    opacity: 0.3
}
