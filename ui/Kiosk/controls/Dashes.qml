import QtQuick
import QtQuick.Shapes
import Kiosk

// The outline of something that could be here.
Shape {
    id: dashes
    property color color: Theme.edge
    ShapePath {
        strokeColor: dashes.color
        strokeWidth: Theme.line
        fillColor: Theme.clear
        strokeStyle: ShapePath.DashLine
        dashPattern: [4, 4]
        PathSvg {
            path: `M1 ${dashes.height}V1H${dashes.width - 1}V${dashes.height}`
        }
    }
}
