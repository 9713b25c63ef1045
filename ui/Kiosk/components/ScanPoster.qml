import QtQuick
import Kiosk

// The window beside its heading: how everything begins.
Item {
    id: poster
    property string side: "below"
    property bool slim: false          // no second lines beside the heading
    ScanHint {
        id: hint
        width: parent.width - words.width - Theme.s4
        height: parent.height
        side: poster.side
    }
    Item {
        id: words
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
            words: Words.say("scan.headline")
        }
        Upright {
            id: any
            visible: words.lines
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
            visible: words.lines
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
