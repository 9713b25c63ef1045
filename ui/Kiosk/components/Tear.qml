import QtQuick
import QtQuick.Shapes
import Kiosk

// Where a slip may be torn.
Shape {
    id: tear
    ShapePath {
        strokeColor: Theme.sheetSoft
        strokeWidth: Theme.line
        fillColor: Theme.clear
        strokeStyle: ShapePath.DashLine
        dashPattern: [6, 6]
        PathSvg {
            path: `M0 0H${tear.width}`
        }
    }
}
