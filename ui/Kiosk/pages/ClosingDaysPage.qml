pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// 闭馆日: the week as a row of days, the days that differ, and a new rest with what it meets.
StaffPage {
    id: page
    required property Bridge bridge
    required property string weekly
    required property var days
    required property string first
    required property string last
    required property string why
    required property int due
    required property var dueNext
    required property int kept
    required property var clashes
    required property bool saved
    required property var reasons
    desk: bridge
    tab: "more"
    title: Words.say("doors.closing")
    note: bridge.machine.hours === "" ? Words.say("closing.note") : Words.say("closing.note_hours", {
        hours: bridge.machine.hours
    })
    needs: (wide ? Math.max(known.height, hand.height) : hand.height + known.height + Theme.s4) + 2 * Dense.gap
    onKeyed: key => {
        const why = hand.whys[Number(key) - 1];
        if (key === "Esc")
            bridge.duty.tab("more");
        else if (key === "Enter" && page.why !== "")
            hand.closed();
        else if (why)
            hand.named(why);
    }
    body: [
        RestHand {
            id: hand
            screen: page
            x: page.wide ? known.width + Dense.margin : 0
            y: Dense.gap
            width: page.bodyWidth - x
            onMoved: (later, longer) => page.bridge.duty.house.rest(page.first, page.last, page.why, later, longer)
            onNamed: why => page.bridge.duty.house.rest(page.first, page.last, why, 0, 0)
            onClosed: page.bridge.duty.house.close(page.first, page.last, page.why)
        },
        RestDays {
            id: known
            y: page.wide ? Dense.gap : hand.y + hand.height + Theme.s4
            width: page.wide ? page.bodyWidth * 0.46 : page.bodyWidth
            weekly: page.weekly
            days: page.days
            onWeekday: (day, why) => page.bridge.duty.house.weekly(day, why)
            onOpened: (first, last) => page.bridge.duty.house.openDays(first, last)
        }
    ]
}
