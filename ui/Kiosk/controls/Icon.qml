import QtQuick
import QtQuick.Shapes
import Kiosk

// A line drawing of one weight with square joins, or one character in the same box.
Item {
    id: icon
    property string name
    property string glyph
    property color color: Theme.ink
    property real size: Theme.icon
    property real weight: 3
    readonly property real grid: 48
    implicitWidth: size
    implicitHeight: size

    Shape {
        visible: icon.name !== ""
        width: icon.grid
        height: icon.grid
        transformOrigin: Item.TopLeft
        scale: icon.size / icon.grid
        ShapePath {
            strokeColor: icon.color
            strokeWidth: icon.weight
            fillColor: Theme.clear
            joinStyle: ShapePath.MiterJoin
            capStyle: ShapePath.SquareCap
            PathSvg {
                path: Drawings.paths[icon.name] ?? ""
            }
        }
    }
    Rectangle {
        visible: icon.glyph !== ""
        anchors.fill: parent
        anchors.margins: icon.size * 0.08
        color: Theme.clear
        border {
            color: icon.color
            width: icon.weight * icon.size / icon.grid
        }
        Figure {
            anchors.centerIn: parent
            Accessible.ignored: true
            text: icon.glyph
            color: icon.color
            px: icon.size * 0.62
        }
    }
}
