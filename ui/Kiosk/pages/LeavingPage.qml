pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// The window closes in a moment: why, and what is safe.
KioskPage {
    id: page
    required property Bridge bridge
    required property string why
    desk: bridge

    upper: [
        Column {
            y: page.wide ? Theme.s5 : Theme.s6
            width: parent.width
            spacing: Theme.s3
            Serif {
                width: parent.width
                text: Words.say("leaving.heading_" + page.why)
                wrapMode: Text.Wrap
                px: Theme.display
            }
            Sans {
                width: parent.width
                text: Words.say("leaving.how_" + page.why)
                wrapMode: Text.Wrap
                px: Theme.lead
                em: Theme.close
            }
            Sans {
                width: parent.width
                text: Words.say(page.why === "restore" ? "backups.kept" : "leaving.safe")
                wrapMode: Text.Wrap
                strong: true
                color: Theme.pine
                px: Theme.lead
                em: Theme.close
            }
        }
    ]
    lower: [
        Lattice {
            width: parent.width
            height: parent.height - Theme.s5
        }
    ]
}
