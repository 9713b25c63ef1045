pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// The day to scale, opening to closing: a session is a bar as long as it lasts, filled as far as its seats are taken.
// What would stand on another goes to the next lane. The vermilion mark is now.
Item {
    id: day
    required property var lessons          // { session, title, starts, begins, ends, room, state, free, taken, seats }
    required property string now           // HH:MM
    readonly property real at: Number(now.slice(0, 2)) + Number(now.slice(3)) / 60
    readonly property real opens: Math.floor(Math.min(9, ...lessons.map(one => one.begins)))
    readonly property real closes: Math.ceil(Math.max(21, ...lessons.map(one => one.ends)))
    readonly property real hour: width / (closes - opens)
    readonly property int step: Theme.wide ? 2 : 3
    readonly property real axis: 40
    readonly property real lane: 118
    readonly property real least: 250      // a label needs so much
    readonly property var lanes: placed(lessons, width)
    readonly property int deep: Math.max(1, ...lanes.map(one => one.lane + 1))
    signal picked(string session)
    implicitHeight: axis + deep * lane

    // the first lane whose last label ends before this bar begins
    function placed(lessons: var, width: real): var {
        const ends = [];
        const found = lessons.map(one => {
            const x = Math.min(spot(one.begins), width - least);
            let lane = ends.findIndex(end => end <= x);
            if (lane < 0)
                lane = ends.length;
            ends[lane] = x + Math.max(least, spot(one.ends) - spot(one.begins)) + Theme.s2;
            return {
                x: x,
                lane: lane
            };
        });
        return found.map((one, index) => {
            const next = found.slice(index + 1).find(other => other.lane === one.lane);
            return Object.assign(one, {
                room: (next ? next.x - Theme.s2 : width) - one.x
            });
        });
    }
    function spot(hours: real): real {
        return (hours - opens) * hour;
    }
    Repeater {
        model: Math.floor((day.closes - day.opens) / day.step) + 1
        Sans {
            required property int index
            readonly property real hours: day.opens + index * day.step
            visible: Math.abs(hours - day.at) > 0.8
            x: Math.max(0, Math.min(day.spot(hours) - width / 2, day.width - width))
            text: hours + ":00"
            px: Theme.least
            em: Theme.close
            color: Theme.inkFaint
        }
    }
    Repeater {
        model: day.deep
        Hairline {
            required property int index
            y: day.axis + index * day.lane + 6
            width: day.width
        }
    }
    Repeater {
        model: day.lessons
        Pressable {
            id: block
            required property var modelData
            required property int index
            readonly property bool past: modelData.state === "past" || modelData.state === "cancelled"
            readonly property bool full: modelData.free === 0 && !past
            name: modelData.starts + " " + modelData.title
            x: day.lanes[index]?.x ?? 0
            y: day.axis + (day.lanes[index]?.lane ?? 0) * day.lane
            width: day.lanes[index]?.room ?? day.least
            height: day.lane - Theme.s1
            focusGap: 0
            onPressed: day.picked(modelData.session)
            Rectangle {
                id: bar
                x: Math.max(0, day.spot(block.modelData.begins) - block.x)
                width: Math.min(day.spot(block.modelData.ends), day.width) - block.x - x
                height: 14
                color: block.past ? Theme.sunk : Theme.raised
                border {
                    width: Theme.dip
                    color: block.past ? Theme.hairline : Theme.edge
                }
                Rectangle {
                    height: parent.height
                    width: parent.width * Math.min(1, block.modelData.taken / Math.max(1, block.modelData.seats))
                    color: block.past ? Theme.hairline : block.full ? Theme.ochre : Theme.pine
                }
            }
            Figure {
                id: time
                y: 16
                text: block.modelData.starts
                px: Dense.head + Theme.dip
                color: block.past ? Theme.inkFaint : Theme.ink
            }
            Sans {
                anchors {
                    left: time.right
                    leftMargin: 14
                    right: parent.right
                    baseline: time.baseline
                }
                text: block.modelData.title
                elide: Text.ElideRight
                strong: true
                px: Dense.body
                color: block.past ? Theme.inkSoft : Theme.ink
            }
            Sans {
                anchors.top: time.bottom
                width: parent.width
                text: [block.modelData.room, Words.say("today.lesson_" + (block.past ? block.modelData.state : block.full ? "full" : "free"), block.modelData)].filter(part => part !== "").join(" · ")
                elide: Text.ElideRight
                px: Dense.caption
                em: 1.36
                color: block.full ? Theme.ochre : Theme.inkSoft
            }
        }
    }
    Repeater {
        model: day.at >= day.opens && day.at <= day.closes ? day.deep : 0
        Rectangle {
            required property int index
            x: day.spot(day.at) - 3
            y: index === 0 ? 28 : day.axis - 6 + index * day.lane
            width: 6
            height: index === 0 ? 32 : 26
            color: Theme.vermilionFill
        }
    }
    Rectangle {
        visible: day.at >= day.opens && day.at <= day.closes
        x: Math.max(0, Math.min(day.spot(day.at) - width / 2, day.width - width))
        width: word.width + 20
        height: 32
        radius: Theme.radius
        color: Theme.vermilionFill
        Sans {
            id: word
            anchors.centerIn: parent
            text: Words.say("today.now")
            strong: true
            px: Theme.least
            em: Theme.close
            color: Theme.vermilionInk
        }
    }
}
