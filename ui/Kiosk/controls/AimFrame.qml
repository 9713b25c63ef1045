import QtQuick
import QtQuick.Shapes
import Kiosk
import Kiosk.Bridge

// What the camera sees, with four corners to hold a code between; nothing while it sees nothing.
Item {
    id: aim
    property QtObject camera: null
    readonly property real arm: Math.min(width, height) / 6      // of a corner
    readonly property real inset: Math.min(width, height) / 10
    visible: view?.live ?? false
    CameraView {
        id: view
        anchors.fill: parent
        camera: aim.camera
    }
    Shape {
        anchors.fill: parent
        anchors.margins: aim.inset
        ShapePath {
            strokeColor: Theme.gold
            strokeWidth: Theme.line * 2
            fillColor: Theme.clear
            PathSvg {
                path: aim.corners(aim.width - 2 * aim.inset, aim.height - 2 * aim.inset, aim.arm)
            }
        }
    }
    function corners(w: real, h: real, arm: real): string {
        return `M0 ${arm}V0H${arm}M${w - arm} 0H${w}V${arm}M${w} ${h - arm}V${h}H${w - arm}M${arm} ${h}H0V${h - arm}`;
    }
}
