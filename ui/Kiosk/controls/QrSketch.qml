import QtQuick
import QtQuick.Shapes
import Kiosk

// What a code looks like, as one vector path; it holds nothing.
Item {
    id: qr
    readonly property var rows: ["111111101000101111111", "100000100110101000001", "101110100110101011101", "101110101111001011101", "101110101000101011101", "100000101111001000001", "111111101010101111111", "000000001101100000000", "100010111111011111001", "100100001101100000110", "111100101101001111010", "101010010100011111011", "101011111110111000111", "000000001110111001101", "111111101010110101001", "100000100101100100111", "101110101101001010011", "101110100011100010011", "101110100001001001100", "100000100010011011110", "111111101000111110111"]
    readonly property int module: Math.floor(width / rows.length)
    Shape {
        anchors.centerIn: parent
        width: qr.module * qr.rows.length
        height: width
        antialiasing: false
        ShapePath {
            strokeWidth: -1
            fillColor: Theme.sheetInk
            PathSvg {
                path: qr.rows.map((row, y) => Array.from(row).map((c, x) => c === "1" ? `M${x * qr.module} ${y * qr.module}h${qr.module}v${qr.module}h-${qr.module}z` : "").join("")).join("")
            }
        }
    }
}
