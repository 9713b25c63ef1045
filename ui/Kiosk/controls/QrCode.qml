import QtQuick
import QtQuick.Shapes
import Kiosk

// A code of dark and light modules on paper, as one vector path; the rest of its room is the white around it.
Item {
    id: qr
    required property var rows         // texts of 0 and 1
    property int quiet: 0              // modules of white on each side
    readonly property int module: Math.floor(Math.min(width, height) / Math.max(1, rows.length + 2 * quiet))
    // a run of dark modules is one box
    function runs(row: string, y: int): string {
        let x = 0;
        return (row.match(/0+|1+/g) ?? []).map(run => {
            const from = x;
            x += run.length;
            return run[0] === "1" ? `M${from * module} ${y * module}h${run.length * module}v${module}h-${run.length * module}z` : "";
        }).join("");
    }
    Shape {
        anchors.centerIn: parent
        width: qr.module * qr.rows.length
        height: width
        antialiasing: false
        ShapePath {
            strokeWidth: -1
            fillColor: Theme.sheetInk
            PathSvg {
                path: qr.rows.map((row, y) => qr.runs(row, y)).join("")
            }
        }
    }
}
