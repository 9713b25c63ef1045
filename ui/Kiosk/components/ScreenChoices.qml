pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// What the screen itself can do: night, language, lower, and the way out.
Column {
    id: settings
    required property bool lowers
    signal night
    signal language
    signal lower
    signal finish
    spacing: Theme.s2
    DeskHeading {
        width: parent.width
        text: Words.say("doors.screen")
    }
    Flow {
        width: parent.width
        spacing: Theme.s2
        DeskButton {
            text: Words.say("doors.own_night")
            onPressed: settings.night()
        }
        DeskButton {
            text: Words.say("doors.own_language")
            onPressed: settings.language()
        }
        DeskButton {
            visible: settings.lowers
            text: Words.say("doors.own_lower")
            onPressed: settings.lower()
        }
        DeskButton {
            text: Words.say("doors.own_leave")
            onPressed: settings.finish()
        }
    }
}
