import QtQuick
import Kiosk

// A new PIN, as on a slip: told once, and never again.
Rectangle {
    id: slip
    required property string pin
    property string how: Words.say("member.pin_how")
    implicitHeight: words.height + 2 * Dense.gap
    radius: Theme.radius
    color: Theme.raised
    border {
        width: Theme.bold
        color: Theme.ink
    }
    Column {
        id: words
        x: Dense.gap
        y: Dense.gap
        width: parent.width - 2 * Dense.gap
        Sans {
            text: Words.say("member.pin")
            strong: true
            px: Dense.body
            em: Theme.close
        }
        Figure {
            width: parent.width
            fontSizeMode: Text.HorizontalFit
            text: slip.pin.replace(/(...)(?=.)/g, "$1 ")
            px: Dense.figure * 1.4
        }
        Sans {
            width: parent.width
            text: slip.how
            wrapMode: Text.Wrap
            color: Theme.inkSoft
            px: Dense.caption
            em: Theme.close
        }
    }
}
