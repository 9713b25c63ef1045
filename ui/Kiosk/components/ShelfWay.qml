pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// The way to a shelf, on paper: the room, the bookcase large, the tier, and the room from above.
Item {
    id: way
    required property string room
    required property string tier
    required property string place         // the whole shelf mark, when no bookcase is known
    required property var row
    readonly property bool drawn: row.case > 0
    Column {
        width: parent.width
        spacing: Theme.s2
        Sans {
            width: parent.width
            text: way.drawn ? way.room : Words.say("slip.shelf")
            color: Theme.sheetSoft
            px: Theme.lead
            em: Theme.close
            elide: Text.ElideRight
        }
        Flow {
            width: parent.width
            spacing: Theme.s4
            Serif {
                id: bookcase
                text: way.drawn ? Words.say("finder.case", {
                    number: way.row.case
                }) : way.place
                color: Theme.vermilionFill
                px: way.drawn && Words.upright ? Theme.hero * 0.9 : Theme.display
                spread: 0
                em: Theme.tall
            }
            Serif {
                visible: way.drawn && way.tier !== ""
                topPadding: Theme.wide || Theme.care ? 0 : Theme.s4
                text: Words.say("slip.tier", {
                    number: way.tier
                })
                color: Theme.sheetInk
                px: Theme.display
                spread: 0
            }
        }
        Loader {
            width: parent.width
            active: way.drawn && way.row.cases.length > 1 && (Words.upright || !Theme.care)
            sourceComponent: ShelfMap {
                paper: true
                cases: way.row.cases
                meant: way.row.case
            }
        }
        Sans {
            visible: y + height <= way.height      // where there is no room the voice says it
            width: parent.width
            topPadding: Theme.s3
            text: Words.say("slip.note")
            color: Theme.sheetInk
            px: Theme.lead
            wrapMode: Text.Wrap
            em: Theme.close
        }
    }
}
