pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import Kiosk

// A share as an arc; the rest stays a hairline.
Shape {
    id: ring
    property real share: 0
    property real thick: Theme.ringThick
    property color color: Theme.pine
    readonly property real middle: width / 2
    readonly property real reach: (width - thick) / 2
    component Arc: PathAngleArc {
        centerX: ring.middle
        centerY: ring.middle
        radiusX: ring.reach
        radiusY: ring.reach
        startAngle: -90
    }
    ShapePath {
        strokeColor: Theme.hairline
        strokeWidth: Theme.line
        fillColor: Theme.clear
        Arc {
            sweepAngle: 360
        }
    }
    ShapePath {
        strokeColor: ring.color
        strokeWidth: ring.thick
        fillColor: Theme.clear
        capStyle: ShapePath.FlatCap
        Arc {
            sweepAngle: 360 * Math.max(0, Math.min(1, ring.share))
        }
    }
}
