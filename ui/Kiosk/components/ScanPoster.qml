import QtQuick
import Kiosk

// The window beside its heading: how everything begins.
Item {
    id: poster
    property string side: "below"
    property bool slim: false          // no second lines beside the heading
    property string words: Words.say("scan.headline")
    property var book: null
    property QtObject camera: null
    ScanHint {
        id: hint
        width: parent.width - aside.width - Theme.s4
        height: parent.height
        side: poster.side
        book: poster.book
        camera: poster.camera
    }
    Item {
        id: aside
        readonly property bool lines: Words.upright && !poster.slim && !Theme.care
        anchors.right: parent.right
        width: headline.width + (lines ? any.width + where.width + Theme.s5 + Theme.s3 : 0)
        height: parent.height
        Headline {
            id: headline
            anchors {
                right: parent.right
                verticalCenter: parent.verticalCenter
            }
            words: poster.words
            px: Math.min(Theme.upright, poster.height / 4.4)
        }
        Upright {
            id: any
            visible: aside.lines
            anchors {
                right: headline.left
                rightMargin: Theme.s4
                top: headline.top
                topMargin: Theme.s1
            }
            words: Words.say("scan.any")
            px: Theme.lead
            color: Theme.inkSoft
            font.weight: Font.Normal
        }
        Upright {
            id: where
            visible: aside.lines
            anchors {
                right: any.left
                rightMargin: Theme.s3 - Theme.s1
                top: any.top
                topMargin: Theme.s4
            }
            words: Words.say("scan." + poster.side)
            px: Theme.lead
            color: Theme.inkSoft
            font.weight: Font.Normal
        }
    }
}
