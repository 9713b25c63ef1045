import QtQuick
import Kiosk

// The foot of a page: the way back, another way, and the way on, always last and largest.
// A way without words is not there; in care mode the way on stands alone in its row.
Item {
    id: row
    property string first
    property string firstIcon
    property string second
    property string secondIcon
    property string main
    property string mainIcon
    property string mainKind: "primary"
    property bool ready: true          // the way on is open
    readonly property int ways: (first !== "" ? 1 : 0) + (second !== "" ? 1 : 0)
    property bool abreast: false       // one row in care mode too
    readonly property bool stacked: Theme.care && ways > 0 && !abreast
    readonly property int gap: Theme.s3
    readonly property real side: stacked ? (width - (ways - 1) * gap) / ways : (width - 2 * gap) * (ways === 2 ? 0.29 : 0.36)
    readonly property real sideHeight: stacked ? Theme.touch : Theme.primary
    signal firstPressed
    signal secondPressed
    signal mainPressed
    implicitHeight: Theme.primary + (stacked ? sideHeight + gap : 0) + (Theme.wide ? Theme.s3 : Theme.s4)
    BigButton {
        visible: row.first !== ""
        width: row.side
        height: row.sideHeight
        text: row.first
        icon: row.firstIcon
        onPressed: row.firstPressed()
    }
    BigButton {
        visible: row.second !== ""
        x: row.first !== "" ? row.side + row.gap : 0
        width: row.side
        height: row.sideHeight
        text: row.second
        icon: row.secondIcon
        onPressed: row.secondPressed()
    }
    BigButton {
        visible: row.main !== ""
        enabled: row.ready
        x: row.stacked ? 0 : row.ways * (row.side + row.gap)
        y: row.stacked ? row.sideHeight + row.gap : 0
        width: row.width - x
        height: Theme.primary
        kind: row.mainKind
        text: row.main
        icon: row.mainIcon
        onPressed: row.mainPressed()
    }
}
