pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// The evenings of a series stand like books on a shelf, by number and day; a day that falls out is a gap with its reason.
Item {
    id: strip
    required property var days         // { on, number (0: falls out), why, clash }
    readonly property int columns: Theme.wide ? 5 : 7
    readonly property int lines: Math.max(1, Math.ceil(days.length / columns))
    readonly property real each: (width - (columns - 1) * Theme.gap) / columns
    readonly property real tall: Math.min(Theme.week, (height - (lines - 1) * Theme.s1) / lines)

    function wordsOf(why: string): string {
        return Words.table["series.gap_" + why] ?? why;
    }
    Grid {
        columns: strip.columns
        columnSpacing: Theme.gap
        rowSpacing: Theme.s1
        Repeater {
            model: strip.days
            Item {
                id: day
                required property var modelData
                required property int index
                readonly property bool out: modelData.number === 0
                readonly property bool clash: modelData.clash !== ""
                readonly property bool anew: index === 0 || strip.days[index - 1].on.slice(5, 7) !== modelData.on.slice(5, 7)
                readonly property color say: out || clash ? Theme.ochre : Theme.dutyInk
                width: strip.each
                height: strip.tall
                Accessible.role: Accessible.StaticText
                Accessible.name: Words.date(modelData.on) + " " + (out ? strip.wordsOf(modelData.why) : modelData.number)
                Rectangle {
                    id: book
                    visible: !day.out
                    width: parent.width
                    height: parent.height - on.height
                    color: day.clash ? Theme.ochreTint : Theme.dutyFill
                    border {
                        width: day.clash || Theme.night ? Theme.line : 0
                        color: day.clash ? Theme.ochre : Theme.edge
                    }
                    Repeater {
                        model: day.clash ? [] : [0.07, 0.11, 0.88, 0.92]
                        Rectangle {
                            required property real modelData
                            y: book.height * modelData
                            width: book.width
                            height: 1
                            color: Theme.gold
                        }
                    }
                    Figure {
                        anchors {
                            horizontalCenter: parent.horizontalCenter
                            verticalCenter: parent.verticalCenter
                        }
                        text: day.modelData.number || ""
                        color: day.say
                        px: Math.min(Theme.heading, book.height * 0.5)
                    }
                }
                Dashes {
                    visible: day.out
                    width: parent.width
                    height: book.height
                    color: Theme.ochre
                }
                Sans {
                    visible: day.out
                    anchors {
                        left: parent.left
                        right: parent.right
                        margins: Theme.s0
                        verticalCenter: book.verticalCenter
                    }
                    height: book.height - Theme.s1
                    text: strip.wordsOf(day.modelData.why)
                    color: Theme.ochre
                    strong: true
                    horizontalAlignment: Text.AlignHCenter
                    verticalAlignment: Text.AlignVCenter
                    wrapMode: Text.Wrap
                    maximumLineCount: 2
                    elide: Text.ElideRight
                    px: /^[ -~]*$/.test(text) ? Theme.least : Theme.caption
                    em: 1.2
                }
                Label {
                    id: on
                    anchors.bottom: parent.bottom
                    width: parent.width
                    height: Math.round(px * Theme.tall)
                    horizontalAlignment: Text.AlignHCenter
                    text: day.anew ? Words.date(day.modelData.on) : Number(day.modelData.on.slice(8))
                    color: day.out ? Theme.ochre : Theme.ink
                    font.strikeout: day.out
                    px: Math.min(Theme.note, Theme.body)
                }
            }
        }
    }
}
