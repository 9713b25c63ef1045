import QtQuick
import Kiosk

// For staff: how long the hub has not been heard, how much waits, and what to do about it.
Sans {
    id: line
    required property var light
    readonly property bool told: light.way !== "alone"
    readonly property bool calls: light.way === "staff" || light.way === "silent"
    text: {
        if (!told)
            return "";
        if (light.way === "staff")
            return Words.say("light.trouble." + light.trouble);
        return Words.say("light.told_" + (light.heard === "" ? "never" : light.way), light);
    }
    wrapMode: Text.Wrap
    strong: calls
    color: calls ? Theme.ochre : Theme.inkSoft
    px: Theme.body
    em: Theme.close
}
