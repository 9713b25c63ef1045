import QtQuick
import Kiosk

// Before the first scan: what to scan, in two sentences.
Item {
    id: nobody
    required property bool person
    Column {
        y: Theme.s5
        width: parent.width
        spacing: Theme.s2
        Serif {
            width: parent.width
            text: Words.say(nobody.person ? "counter.scan_books" : "counter.nobody")
            wrapMode: Text.Wrap
            px: Dense.figure
            em: 1.3
        }
        Sans {
            width: parent.width
            text: Words.say(nobody.person ? "counter.pile_none_how" : "counter.nobody_how")
            wrapMode: Text.Wrap
            px: Dense.lead
            color: Theme.inkSoft
        }
    }
}
