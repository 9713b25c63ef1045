import QtQuick
import Kiosk

// A list that keeps its place, and the keyboard's, when its rows are told anew.
Item {
    id: roll
    property alias model: list.model
    property alias delegate: list.delegate
    property alias footer: list.footer
    property alias ahead: list.cacheBuffer    // so far beyond its edges rows are made in pauses; 0: each when it is seen
    property real was: 0
    property int at: -1           // the row that the keyboard was in last
    readonly property bool more: list.contentHeight > height + 1

    function show(index: int) {
        at = index;
        list.positionViewAtIndex(index, ListView.Contain);
    }
    function restore() {
        list.contentY = Math.max(0, Math.min(was, list.contentHeight - height));
        if (at >= 0 && !Window.activeFocusItem?.activeFocusOnTab)
            list.itemAtIndex(Math.min(at, list.count - 1))?.nextItemInFocusChain(true).forceActiveFocus();
    }
    ListView {
        id: list
        anchors.fill: parent
        clip: roll.more
        interactive: roll.more
        boundsBehavior: Flickable.StopAtBounds
        cacheBuffer: Theme.canvas * 4
        onMovementEnded: roll.was = contentY
        onModelChanged: Qt.callLater(roll.restore)
    }
    Rectangle {
        visible: roll.more
        anchors {
            left: parent.right
            leftMargin: Theme.s2
        }
        y: list.visibleArea.yPosition * roll.height
        width: Theme.s1
        height: list.visibleArea.heightRatio * roll.height
        color: Theme.edge
    }
}
