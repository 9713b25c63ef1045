pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// The seats of an evening: forty at once, more by moving.
GridView {
    id: plan
    required property var seats
    readonly property int across: Theme.care ? 4 : Theme.wide ? 7 : 5
    readonly property int lines: Theme.wide ? 6 : 8
    signal picked(string member)
    clip: contentHeight > height + 1
    interactive: clip
    boundsBehavior: Flickable.StopAtBounds
    cacheBuffer: Theme.canvas * 4
    cellWidth: Math.floor(width / across)
    cellHeight: Theme.care ? Theme.touch + Theme.s2 : Math.ceil(height / lines)
    model: seats
    delegate: Item {
        id: place
        required property var modelData
        required property int index
        width: plan.cellWidth
        height: plan.cellHeight
        SeatTile {
            anchors {
                fill: parent
                rightMargin: Theme.s1
                bottomMargin: Theme.s1
            }
            seat: place.modelData
            onActiveFocusChanged: if (activeFocus)
                plan.positionViewAtIndex(place.index, GridView.Contain)
            onPressed: plan.picked(place.modelData.member)
        }
    }
}
