pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// The programme to choose from: days, kinds, the line of today, and what else is on.
Item {
    id: browse
    required property var rows
    required property var line             // { sessions, nowAt }
    required property string today
    required property var week
    required property var days
    required property string day
    required property string otherWeek
    required property var kinds
    required property string kind
    required property string nextDay
    required property bool afterWork
    required property string lined         // where the line of today stands: here, apart; or nowhere
    readonly property var linedUp: lined !== "" ? line.sessions.map(row => row.session) : []
    signal asked(string day, string kind)
    signal all
    signal chosen(string course)
    DayStrip {
        id: strip
        width: parent.width
        week: browse.week
        days: browse.days
        day: browse.day
        today: browse.today
        otherWeek: browse.otherWeek
        onPicked: day => browse.asked(day, browse.kind)
    }
    KindTabs {
        id: tabs
        visible: browse.kinds.length > 1
        anchors {
            top: strip.bottom
            topMargin: visible ? Theme.gap : 0
        }
        width: parent.width
        height: visible ? implicitHeight : 0
        kinds: browse.kinds
        kind: browse.kind
        onPicked: kind => browse.asked(browse.day, kind)
    }
    Loader {
        id: above
        active: browse.lined === "here"
        anchors {
            top: tabs.bottom
            topMargin: active ? Theme.s3 : 0
        }
        width: parent.width
        sourceComponent: TodayLine {
            line: browse.line
            onPicked: course => browse.chosen(course)
        }
    }
    SessionList {
        visible: browse.rows.length > 0
        anchors {
            top: above.bottom
            topMargin: Theme.s3
            bottom: parent.bottom
        }
        width: parent.width
        rows: browse.rows.filter(row => !browse.linedUp.includes(row.session))
        today: browse.today
        dated: browse.day === ""
        onChosen: row => browse.chosen(row.course)
    }
    NothingOn {
        visible: browse.rows.length === 0
        anchors.top: above.bottom
        width: parent.width
        day: browse.day
        nextDay: browse.nextDay
        narrowed: browse.kind !== "" || browse.afterWork
        onPicked: day => browse.asked(day, browse.kind)
        onAll: browse.all()
    }
}
