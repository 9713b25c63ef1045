pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// All about one title: can it be had, where, and what is it about. In care mode: where, and the way there.
KioskPage {
    id: page
    required property Bridge bridge
    required property var row
    required property string classMark
    required property string isbn
    required property string pages
    required property string price
    required property string summary
    required property string subjects
    required property var places
    required property int waiting
    required property string held
    required property var alike
    readonly property bool here: row.state === "here"
    readonly property bool open: held === "" && row.state !== "none"   // it can be reserved
    desk: bridge
    reach: care ? Math.round(height * Theme.reach) : Theme.header + Theme.finder

    upper: [
        TitleHead {
            anchors {
                fill: parent
                topMargin: Theme.s4
                bottomMargin: Theme.s3
            }
            row: page.row
            small: [Words.say("title.class", {
                    mark: page.classMark
                }), page.pages === "" ? "" : Words.say("title.pages", {
                    count: page.pages
                }), page.price === "" ? "" : Words.say("title.price", {
                    price: page.price
                })].filter(part => part !== "").join(" · ")
            told: page.held !== "" ? Words.say("title.held_" + page.held) : page.waiting > 0 ? Words.say("title.waiting", {
                count: page.waiting
            }) : ""
        }
    ]
    lower: [
        Hairline {
            visible: !page.wide
            width: parent.width
        },
        PlaceList {
            id: places
            y: page.wide ? 0 : Theme.s3
            width: parent.width
            places: page.places
            most: page.care || page.wide ? 3 : 4
        },
        Sans {
            id: about
            visible: !page.care && text !== ""
            anchors {
                top: places.bottom
                topMargin: Theme.s3
            }
            width: parent.width
            text: page.summary
            wrapMode: Text.Wrap
            maximumLineCount: page.wide ? 3 : 5
            elide: Text.ElideRight
        },
        Loader {
            id: alike
            active: !page.care && page.alike.length > 0
            anchors {
                bottom: ways.top
                bottomMargin: Theme.s3
            }
            width: parent.width
            height: Math.min(Theme.coverShelf, ways.y - Theme.s3 - about.y - about.height - Theme.s3)
            sourceComponent: AlikeShelf {
                rows: page.alike
                onPicked: title => page.bridge.finder.title(title)
            }
        },
        ButtonRow {
            id: ways
            anchors.bottom: parent.bottom
            width: parent.width
            first: Words.say("title.back")
            second: page.here && page.open ? Words.say("title.hold") : ""
            secondIcon: "bookmark"
            main: page.here ? Words.say("title.slip") : page.open ? Words.say("title.hold") : ""
            mainIcon: page.here ? "pin" : "bookmark"
            onFirstPressed: page.bridge.finder.back()
            onSecondPressed: page.bridge.finder.hold(page.row.title)
            onMainPressed: page.here ? page.bridge.finder.shelf(page.row.title) : page.bridge.finder.hold(page.row.title)
        }
    ]
}
