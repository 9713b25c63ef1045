import QtQuick
import Kiosk

// A phone that shows a code, drawn.
Rectangle {
    id: phone
    implicitHeight: width * 1.86
    color: Theme.sheet
    radius: width * 0.16
    border {
        width: Theme.rule
        color: Theme.sheetInk
    }
    QrSketch {
        anchors {
            centerIn: parent
            verticalCenterOffset: -phone.height * 0.03
        }
        width: parent.width * 0.72
        height: width
    }
    Rectangle {
        anchors {
            horizontalCenter: parent.horizontalCenter
            bottom: parent.bottom
            bottomMargin: phone.height * 0.06
        }
        width: parent.width * 0.3
        height: Theme.rule
        color: Theme.sheetInk
    }
}
