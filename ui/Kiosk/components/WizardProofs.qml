pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// What the machine has found out about itself, and how many codes it has read.
Column {
    id: shown
    required property var proofs
    required property int scans
    required property int wanted           // none: nothing is scanned here
    required property var wrong
    readonly property real disc: Math.min(Theme.primary, (width - 4 * Theme.s3) / 5)
    spacing: Theme.s2
    Row {
        visible: shown.wanted > 0
        spacing: Theme.s3
        bottomPadding: Theme.s3
        Repeater {
            model: shown.wanted
            Rectangle {
                id: one
                required property int index
                readonly property bool read: index < shown.scans
                readonly property bool here: index === shown.scans
                width: shown.disc
                height: width
                radius: width / 2
                color: read ? Theme.pineFill : Theme.clear
                border {
                    width: read ? 0 : 3
                    color: here ? Theme.vermilion : Theme.edge
                }
                Icon {
                    visible: one.read
                    anchors.centerIn: parent
                    name: "check"
                    size: one.width * 0.54
                    weight: 4
                    color: Theme.pineInk
                }
                Figure {
                    visible: !one.read
                    anchors.centerIn: parent
                    text: one.index + 1
                    px: one.width * 0.42
                    color: one.here ? Theme.vermilion : Theme.inkFaint
                }
            }
        }
    }
    component Told: Row {
        id: told
        property string text
        property bool well
        readonly property color tone: well ? Theme.pine : Theme.ochre
        spacing: Theme.s2
        Rectangle {
            y: words.px * 0.4
            width: Theme.dot
            height: width
            radius: width / 2
            color: told.well ? told.tone : Theme.clear
            border {
                width: 3
                color: told.tone
            }
        }
        Sans {
            id: words
            width: told.width - Theme.dot - Theme.s2
            text: told.text
            color: told.tone
            strong: true
            wrapMode: Text.Wrap
            px: Theme.body
            em: Theme.close
        }
    }
    Repeater {
        model: shown.proofs
        Told {
            required property var modelData
            width: shown.width
            text: Words.say("wizard.proof." + modelData.key, modelData.values)
            well: modelData.well
        }
    }
    Repeater {
        model: shown.wrong
        Told {
            required property string modelData
            width: shown.width
            text: modelData
            well: false
        }
    }
}
