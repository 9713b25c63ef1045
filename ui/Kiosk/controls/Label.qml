import QtQuick
import Kiosk

// One line that shrinks before it is cut.
Sans {
    lineHeightMode: Text.ProportionalHeight
    lineHeight: 1
    fontSizeMode: Text.HorizontalFit
    minimumPixelSize: Theme.least
    verticalAlignment: Text.AlignVCenter
    strong: true
}
