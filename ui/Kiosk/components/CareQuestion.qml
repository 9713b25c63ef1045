import QtQuick
import Kiosk

// In the place of the foot bar: shall large print be so from now on?
Rectangle {
    id: question
    required property string offer     // remember, forget
    signal decided(bool yes)
    implicitHeight: (Theme.wide ? 0 : words.height + Theme.s3) + Theme.touch + 2 * Theme.s3
    color: Theme.raised
    Rectangle {
        width: parent.width
        height: Theme.bold
        color: Theme.pine
    }
    Sans {
        id: words
        x: Theme.margin
        y: Theme.wide ? (parent.height - height) / 2 : Theme.s3
        width: Theme.wide ? yes.x - x - Theme.s3 : parent.width - 2 * Theme.margin
        text: Words.say("care.ask_" + question.offer)
        strong: true
        px: Theme.lead
        em: Theme.close
        wrapMode: Text.Wrap
    }
    Row {
        id: yes
        readonly property real each: (width - spacing) / 2
        anchors {
            right: parent.right
            rightMargin: Theme.margin
            bottom: parent.bottom
            bottomMargin: Theme.s3
        }
        width: Theme.wide ? parent.width * Theme.split : parent.width - 2 * Theme.margin
        spacing: Theme.s3
        BigButton {
            width: yes.each
            text: Words.say("care.no_" + question.offer)
            onPressed: question.decided(false)
        }
        BigButton {
            width: yes.each
            height: Theme.touch
            kind: "pine"
            text: Words.say("care.yes_" + question.offer)
            onPressed: question.decided(true)
        }
    }
}
