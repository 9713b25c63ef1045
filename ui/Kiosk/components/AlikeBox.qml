pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// Whoever is perhaps there already: open that one, or say that it is another person.
Rectangle {
    id: box
    required property var alike
    signal opened(string member)
    signal apart
    implicitHeight: words.height + 2 * Theme.s2
    color: Theme.ochreTint
    Rectangle {
        width: parent.width
        height: Theme.s0
        color: Theme.ochre
    }
    Column {
        id: words
        x: Theme.s2
        y: Theme.s2
        width: parent.width - 2 * Theme.s2
        spacing: Theme.s1
        Serif {
            text: Words.say("joining.alike")
            px: Dense.head
        }
        Repeater {
            model: box.alike.slice(0, 2)
            MemberRow {
                required property var modelData
                width: words.width
                who: modelData
                onPressed: box.opened(who.member)
            }
        }
        DeskButton {
            width: parent.width
            text: Words.say("joining.another")
            onPressed: box.apart()
        }
    }
}
