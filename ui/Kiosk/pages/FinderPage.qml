pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// Find a title: type above, see it here, and be led to its shelf. In care mode: one title at a time.
KioskPage {
    id: page
    required property Bridge bridge
    required property string way
    required property string typed
    required property string leading
    required property var rows
    required property int start
    required property int at
    required property int found
    required property bool more
    required property var meant
    required property string mark
    required property var classes
    readonly property var chosen: rows[at - start] ?? null
    readonly property int pace: care ? 1 : rows.length
    desk: bridge
    reach: care ? Math.round(height * Theme.reach) : Theme.header + Theme.finder
    Component.onCompleted: forceActiveFocus()
    Keys.onPressed: event => pads.key(event)

    upper: [
        FinderTop {
            anchors {
                fill: parent
                topMargin: Theme.s3
                bottomMargin: Theme.s2
            }
            way: page.way
            typed: pads.shown
            typing: pads.typing
            meant: page.meant
            row: page.chosen
            found: page.found
            more: page.more
            mark: page.mark
        }
    ]
    lower: [
        WayBar {
            id: ways
            y: page.wide ? 0 : Theme.s1
            width: parent.width
            height: Theme.wide ? Theme.touch - Theme.s1 : Theme.touch
            way: page.way
            onChosen: way => page.bridge.finder.open(way)
            onLeave: page.bridge.back()
        },
        Loader {
            id: results
            active: !page.care && page.rows.length > 0
            anchors {
                top: ways.bottom
                topMargin: Theme.s2
                bottom: actions.top
                bottomMargin: Theme.s2
            }
            x: -Theme.s2
            width: parent.width + 2 * Theme.s2
            sourceComponent: ResultGrid {
                height: results.height
                found: page.rows
                chosen: page.at - page.start
                onPicked: index => page.bridge.finder.choose(page.start + index)
            }
        },
        MeantRow {
            anchors {
                top: ways.bottom
                topMargin: Theme.s3
            }
            width: parent.width
            meant: page.meant
            onChosen: text => page.bridge.finder.find(text)
        },
        FinderActions {
            id: actions
            visible: page.chosen !== null
            anchors {
                bottom: pads.top
                bottomMargin: Theme.s3
            }
            width: parent.width
            back: page.start > 0 || (page.care && page.at > 0)
            on: page.more || page.at - page.at % page.pace + page.pace < page.found
            here: page.chosen !== null && page.chosen.shelf !== ""
            onBefore: page.bridge.finder.choose(Math.max(0, page.at - page.pace))
            onAfter: page.bridge.finder.choose(page.at + page.pace)
            onTitle: page.bridge.finder.title(page.chosen.title)
            onShelf: page.bridge.finder.shelf(page.chosen.title)
        },
        FinderPads {
            id: pads
            anchors {
                bottom: parent.bottom
                bottomMargin: Theme.s3
            }
            width: parent.width
            room: parent.height - ways.height - Theme.s4
            way: page.way
            typed: page.typed
            leading: page.leading
            mark: page.mark
            classes: page.classes
            onFind: text => page.bridge.finder.find(text)
            onOpen: mark => page.bridge.finder.openClass(mark)
        }
    ]
}
