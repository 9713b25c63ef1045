import QtQuick
import Kiosk

// One day, large: the one fact of its page.
Item {
    id: deadline
    required property string heading
    required property string day       // or nothing
    visible: day !== ""
    Hairline {
        visible: !Theme.wide
        width: parent.width
    }
    Column {
        y: Math.max(Theme.s3, (parent.height - height) * 0.4)
        width: parent.width
        Sans {
            width: parent.width
            text: deadline.heading
            wrapMode: Text.Wrap
            px: Theme.lead
            em: Theme.close
        }
        Figure {
            width: parent.width
            text: deadline.visible ? Words.date(deadline.day) : ""
            color: Theme.vermilion
            px: Theme.clock
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.display
        }
        Sans {
            text: deadline.visible ? Words.weekday(deadline.day) : ""
            strong: true
            px: Theme.title
        }
    }
}
