pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// Staff 建库: the scanner alone lists one book after another; the page only answers.
KioskPage {
    id: page
    required property Bridge bridge
    required property var book
    required property string isbn
    required property bool unnamed
    required property string shelf
    required property int count
    required property var rows
    required property string told
    required property var values
    required property var reasons
    desk: bridge
    tab: "titles"
    reach: Theme.header + Theme.gate * 1.1

    upper: [
        BenchHead {
            anchors.fill: parent
            book: page.book
            isbn: page.isbn
            unnamed: page.unnamed
            shelf: page.shelf
        }
    ]
    lower: [
        BenchTold {
            id: answer
            y: Theme.s2
            width: parent.width
            told: page.told
            values: page.values
            reasons: page.reasons
        },
        BenchSteps {
            visible: page.count === 0 && page.told === "" && page.reasons.length === 0
            y: Theme.wide ? Theme.s3 : 0
            width: parent.width
        },
        Column {
            id: total
            visible: page.count > 0 && roll.visible
            anchors {
                top: answer.bottom
                topMargin: Theme.s3
            }
            width: Theme.seal * 3
            Figure {
                text: page.count
                color: Theme.duty
                px: Theme.display
            }
            Sans {
                width: parent.width
                text: Words.say("bench.count")
                wrapMode: Text.Wrap
                color: Theme.inkSoft
                px: Theme.note
                em: Theme.close
            }
        },
        Roll {
            id: roll
            visible: height > Theme.chip * 2   // of half a row nobody learns anything
            anchors {
                top: total.top
                bottom: ways.top
                bottomMargin: Theme.s3
                left: parent.left
                leftMargin: total.width + Theme.s3
                right: parent.right
            }
            model: page.rows
            delegate: BenchRow {
                required property var modelData
                required property int index
                width: roll.width
                copy: modelData
                fresh: index === 0
            }
        },
        ButtonRow {
            id: ways
            anchors.bottom: parent.bottom
            width: parent.width
            abreast: true
            first: page.count > 0 ? Words.say("bench.undo") : ""
            main: Words.say("bench.done")
            mainKind: "pine"
            onFirstPressed: page.bridge.duty.unlist()
            onMainPressed: page.bridge.back()
        }
    ]
}
