import QtQuick
import Kiosk

// How much is known stands first: who has been heard, up to when, and whether the figures still change.
Rectangle {
    id: banner
    required property var known            // { heard, all, waiting, on, at, facts }
    required property bool ended
    required property string closedOn
    required property bool quarter
    readonly property string stands: closedOn !== "" ? Words.say("reports.closed", {
        date: Words.date(closedOn)
    }) : !ended ? Words.say("reports.unfinished") : quarter ? Words.say("reports.to_close") : ""
    implicitHeight: Theme.wide ? Dense.touch : 2 * Dense.touch - Theme.s2
    color: Theme.ochreTint
    Rectangle {
        width: parent.width
        height: 3
        color: Theme.ochre
    }
    Column {
        visible: !Theme.wide
        x: Dense.gap
        width: parent.width - 2 * Dense.gap
        anchors.verticalCenter: parent.verticalCenter
        Sans {
            width: parent.width
            text: heard.text + " · " + until.text
            elide: Text.ElideRight
            px: Dense.body
            em: Theme.close
        }
        Sans {
            width: parent.width
            text: banner.stands
            elide: Text.ElideRight
            px: Dense.caption
            em: Theme.close
            color: Theme.ochre
        }
    }
    Row {
        id: told
        visible: Theme.wide
        x: Dense.gap
        anchors.verticalCenter: parent.verticalCenter
        spacing: Dense.gap
        Sans {
            id: heard
            text: banner.known.all > 0 ? Words.say("reports.heard", banner.known) : banner.known.waiting > 0 ? Words.say("reports.heard_waiting", banner.known) : Words.say("reports.heard_here")
            strong: true
            px: Dense.body
        }
        Sans {
            id: until
            text: Words.say("reports.until", {
                date: Words.date(banner.known.on),
                time: banner.known.at
            })
            px: Dense.body
        }
    }
    Sans {
        visible: Theme.wide
        anchors {
            right: parent.right
            rightMargin: Dense.gap
            verticalCenter: parent.verticalCenter
        }
        width: Math.min(implicitWidth, banner.width - told.width - 3 * Dense.gap)
        text: banner.stands
        elide: Text.ElideRight
        px: Dense.caption + 1
        color: Theme.ochre
    }
}
