import QtQuick
import Kiosk

// Where a session is, who leads it, and how it stands.
Column {
    id: where
    required property var row
    topPadding: Theme.wide ? Theme.s5 : Theme.s3
    spacing: Theme.s3
    Hairline {
        visible: !Theme.wide
        width: parent.width
    }
    Serif {
        width: parent.width
        text: where.row.room
        px: Theme.title
        elide: Text.ElideRight
    }
    Sans {
        visible: text !== ""
        width: parent.width
        text: [Words.say("kind." + where.row.kind), where.row.issue ? Words.say("programme.issue", {
                issue: where.row.issue
            }) : "", where.row.teacher].filter(part => part).join(" · ")
        color: Theme.inkSoft
        px: Theme.body
        em: Theme.close
        elide: Text.ElideRight
    }
    SessionState {
        width: parent.width
        row: where.row
        px: Theme.lead
        elide: Text.ElideRight
    }
}
