pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// What was typed and how much that finds; below it the chosen title, or what to do.
Item {
    id: top
    required property string way
    required property string typed
    required property string typing
    required property var meant
    required property var row
    required property int found
    required property bool more
    required property string mark
    readonly property bool types: way === "letters" || way === "words"
    readonly property string count: found === 0 ? "" : Words.say(more ? "finder.found_more" : "finder.found", {
        count: found
    })
    TypedText {
        id: line
        visible: top.types
        width: parent.width
        text: top.typed
        typing: top.typing
        apart: top.way === "letters"
        hint: !top.types ? "" : top.typed + top.typing === "" ? Words.say("finder.hint_" + top.way) : top.count
    }
    Row {
        visible: !top.types
        height: line.height
        spacing: Theme.s3
        Serif {
            id: heading
            anchors.verticalCenter: parent.verticalCenter
            text: top.mark === "" ? Words.say("finder.way_" + top.way) : (Words.table["class." + top.mark] ?? top.mark)
            px: Theme.heading
        }
        Sans {
            anchors.baseline: heading.baseline
            width: Math.min(implicitWidth, top.width - heading.width - Theme.s3)
            text: top.count
            color: Theme.inkSoft
            elide: Text.ElideRight
        }
    }
    Loader {
        anchors {
            fill: parent
            topMargin: line.height + Theme.s3
        }
        sourceComponent: top.row !== null ? head : none
    }
    Component {
        id: head
        FinderHead {
            row: top.row
        }
    }
    Component {
        id: none
        NoResult {
            way: top.way
            typed: top.types ? top.typed : ""
            meant: top.meant
        }
    }
}
