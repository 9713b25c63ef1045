import QtQuick
import QtQuick.Shapes
import Kiosk

// A bookmark: this one, just now.
Shape {
    id: ribbon
    property real u: 1
    width: 22 * u
    height: 78 * u
    ShapePath {
        strokeWidth: -1
        fillColor: Theme.vermilionFill
        PathSvg {
            path: `M0 0H${ribbon.width}V${ribbon.height}L${ribbon.width / 2} ${ribbon.height * 0.85}L0 ${ribbon.height}Z`
        }
    }
}
