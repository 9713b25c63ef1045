import QtQuick
import Kiosk

// One line that says what to hold to the window now; where a camera looks, what it sees. And a way to look for another book.
Item {
    id: next
    required property string text
    property string side: "below"
    property real px: Theme.body
    property color tone: Theme.inkSoft
    property QtObject camera: null
    property string button
    readonly property bool sees: camera !== null
    signal pressed
    implicitHeight: Math.max(slot.height, words.height, away.visible ? away.height : 0) + 2 * Theme.s3
    Rectangle {
        id: slot
        anchors.verticalCenter: parent.verticalCenter
        width: next.sees ? Theme.mirror : Theme.s6
        height: next.sees ? width * 0.62 : Theme.seal
        color: Theme.clear
        border {
            width: Theme.line
            color: Theme.edge
        }
        Icon {
            visible: !next.sees
            anchors.centerIn: parent
            name: "down"
            rotation: next.side === "right" ? -90 : 0
            color: Theme.vermilion
            weight: 4
        }
        Loader {
            anchors {
                fill: parent
                margins: Theme.line
            }
            active: next.sees
            onActiveChanged: if (active)
                setSource(Qt.resolvedUrl("../controls/AimFrame.qml"), {
                    camera: next.camera
                });
            Component.onCompleted: activeChanged()
        }
    }
    Sans {
        id: words
        anchors {
            left: slot.right
            leftMargin: Theme.s3
            right: away.visible ? away.left : parent.right
            rightMargin: away.visible ? Theme.s3 : 0
            verticalCenter: parent.verticalCenter
        }
        text: next.text
        wrapMode: Text.Wrap
        color: next.tone
        px: next.px
        em: Theme.close
    }
    BigButton {
        id: away
        visible: next.button !== ""
        anchors {
            right: parent.right
            verticalCenter: parent.verticalCenter
        }
        text: next.button
        icon: "search"
        onPressed: next.pressed()
    }
}
