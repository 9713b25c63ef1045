import QtQuick
import QtQuick.Shapes
import Kiosk

// A slip torn off its roll; it stays paper at night.
Shape {
    id: slip
    property bool tornAbove: false
    readonly property int teeth: Math.max(1, Math.round(width / Theme.tooth))
    readonly property real each: width / teeth
    readonly property string tear: `l${each / 2} ${-Theme.tooth / 2}l${each / 2} ${Theme.tooth / 2}`.repeat(teeth)
    readonly property string back: `l${-each / 2} ${Theme.tooth / 2}l${-each / 2} ${-Theme.tooth / 2}`.repeat(teeth)
    ShapePath {
        strokeColor: Theme.edge
        strokeWidth: 1
        fillColor: Theme.sheet
        joinStyle: ShapePath.MiterJoin
        PathSvg {
            path: `M0 ${slip.tornAbove ? Theme.tooth / 2 : 0}${slip.tornAbove ? slip.tear : "h" + slip.width}V${slip.height - Theme.tooth / 2}${slip.back}Z`
        }
    }
}
