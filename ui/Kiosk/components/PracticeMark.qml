import QtQuick
import Kiosk

// Over a member's page while staff practise: the dashed frame, and the word.
Item {
    PracticeWord {
        anchors.centerIn: parent
    }
    DutyFrame {
        anchors.fill: parent
        share: 1
        tone: Theme.ochre
        dashed: true
    }
}
