pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// What happened, as it happened: time at the left, a lane for each place, its line broken while it was alone,
// filled ochre where it does not fit.
Item {
    id: story
    required property var places       // { kind, name }
    required property var events       // { what, day, time, lane, who, until, breaks, alone }
    required property real each        // height of an event
    required property string meanwhile // who is unharmed
    readonly property real times: 128
    readonly property real lane: Math.min(136, (width - times) * 0.42 / Math.max(1, places.length))
    readonly property real first: 92   // the names of the lanes
    readonly property real dot: 30
    implicitHeight: first + events.length * each

    function placed(place: var): string {
        return place.kind === "hall" ? place.name : Words.say("cases.place_" + place.kind);
    }
    function middle(lane: int): real {
        return times + (lane + 0.5) * story.lane;
    }
    Repeater {
        model: story.places
        Sans {
            required property var modelData
            required property int index
            x: story.middle(index) - width / 2
            width: story.lane - Theme.s1
            height: story.first - Theme.s2
            text: story.placed(modelData)
            px: Dense.caption
            em: Theme.serifed
            strong: true
            wrapMode: Text.Wrap
            maximumLineCount: 2
            elide: Text.ElideRight
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignBottom
        }
    }
    Repeater {
        model: Math.max(0, story.events.length - 1) * story.places.length
        Item {
            id: piece
            required property int index
            readonly property int lane: index % story.places.length
            readonly property int from: Math.floor(index / story.places.length)
            readonly property bool alone: story.events[from].alone.includes(lane)
            x: story.middle(lane) - Theme.s0 / 2
            y: story.first + from * story.each + story.dot / 2
            Rectangle {
                visible: !piece.alone
                width: Theme.s0
                height: story.each
                color: Theme.ink
            }
            Repeater {
                model: piece.alone ? Math.ceil(story.each / Theme.s2) : 0
                Rectangle {
                    required property int index
                    y: index * Theme.s2
                    width: Theme.s0
                    height: Theme.s1
                    color: Theme.ochre
                }
            }
        }
    }
    Repeater {
        model: story.events
        Item {
            id: event
            required property var modelData
            required property int index
            readonly property bool last: index === story.events.length - 1
            y: story.first + index * story.each
            width: story.width
            height: story.each
            Column {
                y: -Theme.s1
                Figure {
                    text: event.modelData.time
                    px: Dense.head
                }
                Sans {
                    text: Words.date(event.modelData.day)
                    px: Theme.least
                    em: Theme.serifed
                    color: Theme.inkSoft
                }
            }
            Rectangle {
                x: story.middle(event.modelData.lane) - width / 2
                width: story.dot
                height: width
                radius: width / 2
                color: event.modelData.breaks ? Theme.ochre : Theme.paper
                border {
                    width: Theme.s0
                    color: event.modelData.breaks ? Theme.ochre : Theme.ink
                }
            }
            Column {
                x: story.times + story.places.length * story.lane + Theme.s1
                y: -Theme.s0
                width: parent.width - x
                Sans {
                    width: parent.width
                    text: event.last ? Words.say(story.events.length > 2 ? "cases.met" : "cases.met_one") : (event.modelData.who + " " + Words.say("case.what." + event.modelData.what)).trim()
                    strong: true
                    px: Dense.body + 2
                    em: Theme.serifed
                    wrapMode: Text.Wrap
                    maximumLineCount: 2
                    elide: Text.ElideRight
                    color: event.modelData.breaks ? Theme.ochre : Theme.ink
                }
                Sans {
                    width: parent.width
                    text: event.last ? story.meanwhile : event.modelData.until !== "" ? Words.say("cases.until", {
                        time: event.modelData.until
                    }) : event.modelData.breaks && event.modelData.alone.length > 0 ? Words.say("cases.alone") : story.placed(story.places[event.modelData.lane])
                    px: Dense.caption
                    em: Theme.serifed
                    wrapMode: Text.Wrap
                    maximumLineCount: 3
                    elide: Text.ElideRight
                    color: Theme.inkSoft
                }
            }
        }
    }
}
