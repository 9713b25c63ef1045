pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// How to borrow, give back and renew, one line each; to be read, not pressed.
Column {
    id: list
    Repeater {
        model: [
            {
                icon: "book",
                name: "borrow"
            },
            {
                icon: "giveback",
                name: "return"
            },
            {
                icon: "renew",
                name: "renew"
            }
        ]
        Item {
            id: line
            required property var modelData
            width: list.width
            height: Math.max(Theme.how, words.height + 2 * Theme.s3)
            Rectangle {
                id: box
                anchors.verticalCenter: parent.verticalCenter
                width: Theme.iconBox
                height: width
                color: Theme.pineFill
                Icon {
                    anchors.centerIn: parent
                    name: line.modelData.icon
                    size: Theme.iconRow
                    color: Theme.pineInk
                }
            }
            Column {
                id: words
                anchors {
                    left: box.right
                    leftMargin: Theme.s4
                    right: parent.right
                    verticalCenter: parent.verticalCenter
                }
                Serif {
                    text: Words.say("home." + line.modelData.name)
                    px: Theme.heading - Theme.s1
                }
                Sans {
                    width: parent.width
                    text: Words.say("home." + line.modelData.name + "_how")
                    wrapMode: Text.Wrap
                    px: Theme.lead
                    em: Theme.close
                }
            }
            Hairline {
                anchors.bottom: parent.bottom
                width: parent.width
            }
        }
    }
}
