import QtQuick
import Kiosk

// Over a member's page while staff practise: the dashed frame, and the word behind everything.
Item {
    Serif {
        anchors.centerIn: parent
        text: Words.say("duty.practice")
        px: Dense.hero * 2.8
        opacity: 0.06
        Accessible.ignored: true
    }
    DutyFrame {
        anchors.fill: parent
        share: 1
        tone: Theme.ochre
        dashed: true
    }
}
