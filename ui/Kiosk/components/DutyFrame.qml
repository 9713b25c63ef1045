pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import Kiosk

// Somebody of the house is on duty: a frame round the whole screen that drains clockwise from the top left.
Shape {
    id: frame
    required property real share       // what is left
    property color tone: Theme.dutyFill
    property bool dashed: false        // practice
    readonly property real half: Theme.duties / 2
    readonly property real across: width - Theme.duties
    readonly property real down: height - Theme.duties
    readonly property string rest: path(Math.max(0, Math.min(1, 1 - share)) * 2 * (across + down))

    // from a point that lies so far round the frame, on to its end
    function path(from: real): string {
        const corners = [[0, 0], [across, 0], [across, down], [0, down], [0, 0]].map(([x, y]) => `${x + half} ${y + half}`);
        const sides = [across, down, across, down];
        let side = 0;
        while (side < 3 && from > sides[side])
            from -= sides[side++];
        const start = [`${half + from} ${half}`, `${half + across} ${half + from}`, `${half + across - from} ${half + down}`, `${half} ${half + down - from}`][side];
        return `M${start}L${corners.slice(side + 1).join("L")}`;
    }
    component Line: ShapePath {
        strokeWidth: Theme.duties
        fillColor: Theme.clear
        joinStyle: ShapePath.MiterJoin
        capStyle: ShapePath.FlatCap
    }
    Line {
        strokeColor: Theme.dutyTint
        PathSvg {
            path: frame.path(0) + "Z"
        }
    }
    Line {
        strokeColor: frame.tone
        strokeStyle: frame.dashed ? ShapePath.DashLine : ShapePath.SolidLine
        dashPattern: [4, 2]
        PathSvg {
            path: frame.rest
        }
    }
}
