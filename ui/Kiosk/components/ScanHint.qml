pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// The window to the reading room: a code held in the sun, and the way to the scanner.
Item {
    id: hint
    property string side: "below"      // where the scanner is: "below" | "right"
    property int rings: 4
    property int step: 22              // from ring to ring
    property QtObject camera: null      // what it sees takes the drawing's place
    property var book: null            // held to the window instead of a card
    readonly property bool aside: side === "right"
    Rectangle {
        anchors {
            fill: parent
            margins: frame.opening
        }
        color: Theme.raised
    }
    Item {
        id: view
        anchors {
            fill: parent
            margins: frame.opening + 2
        }
        clip: true
        Rectangle {
            id: sun
            width: Math.min(parent.width, parent.height * 0.86) * 0.72
            height: width
            radius: width / 2
            anchors {
                centerIn: parent
                verticalCenterOffset: -width * 0.08
                horizontalCenterOffset: width * 0.14
            }
            color: Theme.vermilionFill
        }
        PaperCard {
            visible: !hint.book
            anchors {
                right: phone.left
                rightMargin: -phone.width * 0.3
                bottom: phone.bottom
                bottomMargin: phone.height * 0.08
            }
            width: phone.width * 0.9
        }
        Phone {
            id: phone
            visible: !hint.book
            width: sun.width * 0.5
            anchors {
                horizontalCenter: parent.horizontalCenter
                top: parent.top
                topMargin: Math.round(sun.y - Theme.s2)
            }
        }
        Loader {
            active: !!hint.book
            anchors.centerIn: phone
            sourceComponent: LabelledBook {
                width: sun.width * 0.62
                book: hint.book
            }
        }
    }
    // the file is loaded only where there is a camera: its type is made then
    Loader {
        anchors.fill: view
        active: hint.camera !== null
        onActiveChanged: if (active)
            setSource(Qt.resolvedUrl("../controls/AimFrame.qml"), {
                camera: hint.camera
            });
        Component.onCompleted: activeChanged()
    }
    Chevrons {
        anchors {
            horizontalCenter: hint.aside ? undefined : parent.horizontalCenter
            bottom: hint.aside ? undefined : parent.bottom
            bottomMargin: frame.opening + Theme.s1
            verticalCenter: hint.aside ? parent.verticalCenter : undefined
            right: hint.aside ? parent.right : undefined
            rightMargin: frame.opening + Theme.s1
        }
        size: Math.min(56, hint.height * 0.1)
        rotation: hint.aside ? -90 : 0
    }
    Lattice {
        id: frame
        anchors.fill: parent
        rings: hint.rings
        step: hint.step
        stroke: 3
        color: Theme.ink
    }
}
