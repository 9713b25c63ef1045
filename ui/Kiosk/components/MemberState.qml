import QtQuick
import Kiosk

// Whether somebody's card works, in words and with a dot.
Mark {
    required property string state_
    text: Words.say("members.state." + state_)
    open: state_ !== "good"
    tone: state_ === "good" ? Theme.pine : Theme.ochre
    strong: state_ !== "good"
}
