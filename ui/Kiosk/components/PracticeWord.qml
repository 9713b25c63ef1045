import QtQuick
import Kiosk

// 练习, behind everything on a page.
Serif {
    text: Words.say("duty.practice")
    px: Words.upright ? Dense.hero * 2.8 : Dense.hero * 1.4
    opacity: 0.06
    Accessible.ignored: true
}
