import QtQuick
import Kiosk

// Only where it can still be read.
Sans {
    required property BookCover cover
    Accessible.ignored: true
    visible: cover.width >= 120
    text: cover.author
    color: Theme.slip
    px: Math.max(13, Math.round(7.6 * cover.u))
    em: 1.3
    elide: Text.ElideRight
}
