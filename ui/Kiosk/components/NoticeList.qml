pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// What had better be known, the first that weighs most; never so many that they stand in the way.
Column {
    id: list
    required property var notices
    property int most: Theme.care ? 1 : 2
    spacing: Theme.s1
    bottomPadding: notices.length > 0 ? Theme.s2 : 0
    Repeater {
        model: list.notices.slice(0, list.most)
        NoticeLine {
            required property var modelData
            width: list.width
            reason: modelData
        }
    }
}
