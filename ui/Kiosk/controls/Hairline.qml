import QtQuick
import Kiosk

Rectangle {
    property bool upright: false
    implicitWidth: upright ? Theme.line : Theme.s6
    implicitHeight: upright ? Theme.s6 : Theme.line
    color: Theme.hairline
}
