pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// How was it? Five faces and nothing more; whoever passes it over is not asked again.
KioskPage {
    id: page
    required property Bridge bridge
    required property var session
    desk: bridge

    upper: [
        Column {
            y: page.wide ? Theme.s5 : Theme.s6
            width: parent.width
            spacing: Theme.s2
            Serif {
                width: parent.width
                text: Words.say("rating.heading")
                wrapMode: Text.Wrap
                px: Theme.heading
            }
            Serif {
                width: parent.width
                text: Words.say("refusal.book", {
                    title: page.session.title
                })
                wrapMode: Text.Wrap
                maximumLineCount: 2
                elide: Text.ElideRight
                px: Theme.section
            }
            Sans {
                width: parent.width
                text: Words.date(page.session.when.on) + " " + Words.weekday(page.session.when.on)
                color: Theme.inkSoft
                px: Theme.lead
                em: Theme.close
            }
            Sans {
                width: parent.width
                text: Words.say("rating.how")
                color: Theme.inkSoft
                wrapMode: Text.Wrap
                px: Theme.body
            }
        }
    ]
    lower: [
        FaceRow {
            y: page.wide ? Theme.s5 : Theme.s3
            width: parent.width
            height: Theme.choiceLow
            onPicked: faces => page.bridge.lessons.rate(page.session.session, faces)
        },
        ButtonRow {
            anchors.bottom: parent.bottom
            width: parent.width
            abreast: true
            first: Words.say("rating.pass")
            onFirstPressed: page.bridge.goOn()
        }
    ]
}
