import QtQuick
import QtQuick.Shapes
import Kiosk

// 步步锦: frames inside frames, tied like the lattice of a study window.
Shape {
    id: lattice
    property int rings: 3
    property int step: 20
    property int stroke: 2
    property color color: Theme.hairline
    readonly property int opening: (rings - 1) * step
    // the ties of each ring at these shares of its sides; the outermost ring also has squared corners
    readonly property var shares: [[0.25, 0.75], [0.5], [0.3, 0.7], [0.5]]

    function ring(k: int): string {
        const o = Math.round(k * step) + 1, i = o + step, w = width, h = height;
        const frame = `M${o} ${o}H${w - o}V${h - o}H${o}Z`;
        if (k === rings - 1)
            return frame;
        const ties = shares[(k + shares.length - (rings - 1) % shares.length) % shares.length].map(s => {
            const x = Math.round(o + (w - 2 * o) * s), y = Math.round(o + (h - 2 * o) * s);
            return `M${x} ${o}V${i}M${x} ${h - i}V${h - o}M${o} ${y}H${i}M${w - i} ${y}H${w - o}`;
        }).join("");
        return frame + ties + (k === 0 ? corners(o, i, w, h) : "");
    }
    function corners(o: int, i: int, w: int, h: int): string {
        return `M${i} ${o}V${i}M${o} ${i}H${i}M${w - i} ${o}V${i}M${w - o} ${i}H${w - i}`
            + `M${i} ${h - o}V${h - i}M${o} ${h - i}H${i}M${w - i} ${h - o}V${h - i}M${w - o} ${h - i}H${w - i}`;
    }
    ShapePath {
        strokeColor: lattice.color
        strokeWidth: lattice.stroke
        fillColor: Theme.clear
        joinStyle: ShapePath.MiterJoin
        capStyle: ShapePath.FlatCap
        PathSvg {
            path: Array.from({
                length: lattice.rings
            }, (_, k) => lattice.ring(k)).join("")
        }
    }
}
