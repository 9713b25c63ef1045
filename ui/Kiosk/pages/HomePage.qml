pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// Somebody touched the screen: what can be done here, what is on today, what is new. In care mode: how it goes, and the doors.
KioskPage {
    id: page
    required property Bridge bridge
    required property var sessions
    required property real nowAt
    required property var shelf
    desk: bridge
    reach: Theme.header + Theme.window + Theme.s4 * 2

    upper: [
        ScanPoster {
            y: Theme.s4
            width: parent.width
            height: page.wide && page.care ? parent.height - below.height - Theme.s4 * 3 : Theme.window
            side: page.bridge.machine.scannerSide
            camera: page.bridge.machine.camera
            slim: page.wide
        },
        Sans {
            visible: page.wide && !page.care
            anchors {
                bottom: parent.bottom
                bottomMargin: Theme.s3
            }
            width: parent.width
            text: Words.say("scan.sentence_" + page.bridge.machine.scannerSide)
            wrapMode: Text.Wrap
            px: Theme.label
        },
        Loader {
            id: below
            active: page.wide && page.care
            anchors {
                bottom: parent.bottom
                bottomMargin: Theme.s3
            }
            width: parent.width
            sourceComponent: abreast
        }
    ]
    lower: [
        HomeTiles {
            id: tiles
            y: page.wide ? Theme.s3 : 0
            width: parent.width
            height: page.care ? Theme.primary : page.wide ? Theme.tilesLow : Theme.tiles
            row: page.care
            onFind: page.bridge.finder.open("letters")
            onProgramme: page.bridge.lessons.programme("", "", false)
            onNoCard: page.bridge.noCard()
        },
        HomeToday {
            anchors {
                top: tiles.bottom
                topMargin: Theme.s4
                bottom: foot.top
                bottomMargin: Theme.s3
            }
            width: parent.width
            sessions: page.care ? [] : page.sessions
            nowAt: page.nowAt
            onCourse: course => page.bridge.lessons.course(course)
        },
        Loader {
            id: foot
            active: !page.wide || !page.care
            anchors {
                bottom: parent.bottom
                bottomMargin: Theme.s3
            }
            width: parent.width
            height: page.care || page.shelf.length === 0 ? Theme.touch : page.wide ? Theme.coverShelfLow : Theme.coverShelf
            sourceComponent: page.care || page.shelf.length === 0 ? abreast : newBooks
        }
    ]

    Component {
        id: abreast
        HomeDoors {
            columns: 2
            onPractice: page.bridge.practice()
            onHelp: page.bridge.help()
        }
    }
    Component {
        id: newBooks
        Item {
            AlikeShelf {
                anchors {
                    left: parent.left
                    right: doors.left
                    rightMargin: Theme.s4
                }
                height: parent.height
                heading: Words.say("home.new")
                rows: page.shelf
                onPicked: title => page.bridge.finder.title(title)
            }
            HomeDoors {
                id: doors
                anchors {
                    right: parent.right
                    bottom: parent.bottom
                }
                width: Theme.doors
                onPractice: page.bridge.practice()
                onHelp: page.bridge.help()
            }
        }
    }
}
