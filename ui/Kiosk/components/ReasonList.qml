pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// All reasons: what the member can do first, then the staff, then waiting. More than fit are turned like pages.
Item {
    id: list
    required property var reasons
    readonly property var order: ["self", "staff", "wait", "nobody"]
    readonly property var sorted: [].concat(...order.map(who => reasons.filter(reason => reason.who === who)))
    readonly property int fit: Theme.care ? 1 : 3
    property int each: Theme.wide && sorted.length > fit ? Math.max(1, fit - 1) : fit
    readonly property int pages: Math.ceil(sorted.length / each)
    readonly property var shown: sorted.slice(at * each, (at + 1) * each)
    readonly property string place: pages < 2 ? "" : Words.say(shown.length > 1 ? "refusal.places" : "refusal.place", {
        from: at * each + 1,
        to: at * each + shown.length,
        count: sorted.length
    })
    property bool turner: true         // has its own button
    property int at: 0
    function turn() {
        at = (at + 1) % pages;
    }
    onReasonsChanged: at = 0
    Column {
        id: rows
        width: parent.width
        Repeater {
            model: list.shown
            ReasonRow {
                required property var modelData
                width: rows.width
                reason: modelData
            }
        }
    }
    Item {
        visible: list.pages > 1 && list.turner
        anchors {
            top: rows.bottom
            topMargin: Theme.wide ? Theme.s2 : Theme.s3
        }
        width: parent.width
        height: Theme.touch
        Sans {
            anchors {
                left: parent.left
                right: turn.left
                verticalCenter: parent.verticalCenter
            }
            text: list.place
            color: Theme.inkSoft
            px: Theme.body
        }
        BigButton {
            id: turn
            anchors.right: parent.right
            width: Theme.small * 2
            height: parent.height
            text: Words.say("refusal.turn")
            icon: "next"
            onPressed: list.turn()
        }
    }
}
