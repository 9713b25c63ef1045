import QtQuick
import Kiosk

// What a passer-by sees: the time, the day, and a shelf of every class of books.
Item {
    id: day
    required property var frame
    property var notice: null           // { title, text }: it hangs where the shelf stands
    BigClock {
        anchors.verticalCenter: parent.verticalCenter
        anchors.verticalCenterOffset: -shelf.height / 2 - Theme.s3
        width: parent.width
        frame: day.frame
    }
    ClassShelf {
        id: shelf
        anchors {
            bottom: parent.bottom
            bottomMargin: Theme.s5
        }
        visible: !day.notice
        width: parent.width
        height: Theme.shelfLow
    }
    NoticeSheet {
        visible: !!day.notice
        anchors.fill: shelf
        title: day.notice?.title ?? ""
        text: day.notice?.text ?? ""
    }
}
