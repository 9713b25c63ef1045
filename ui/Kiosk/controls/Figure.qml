import QtQuick
import Kiosk

// A large number, a time or a date: set tight.
Serif {
    spread: 0
    em: Theme.tall
}
