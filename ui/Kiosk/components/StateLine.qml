import QtQuick
import Kiosk

// Whether a title can be had: a filled mark is here, an open one is away, and always in words.
Row {
    id: line
    required property var row              // a found title
    property real px: Theme.caption
    readonly property string standing: row?.state ?? "none"
    readonly property bool away: standing === "out" || standing === "none"
    readonly property color tone: away ? Theme.ochre : Theme.pine
    spacing: Math.round(px * 0.4)
    Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        width: Math.round(line.px * 0.7)
        height: width
        radius: width / 2
        color: line.standing === "here" ? Theme.pine : Theme.clear
        border {
            width: Theme.line + 1
            color: line.tone
        }
    }
    Sans {
        id: words
        width: Math.min(implicitWidth, line.width > 0 ? line.width - line.px * 1.1 : implicitWidth)
        text: Words.say("finder.state_" + line.standing, {
            count: line.row?.copies ?? 0,
            hall: line.row?.hall ?? ""
        })
        strong: line.px > Theme.caption
        color: line.tone
        px: line.px
        em: Theme.close
        elide: Text.ElideRight
    }
}
