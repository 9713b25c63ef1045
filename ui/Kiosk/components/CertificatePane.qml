import QtQuick
import Kiosk

// A certificate as large as its room allows, in the middle of it.
Item {
    id: pane
    required property var certificate
    readonly property bool upright: certificate.page === "portrait"
    readonly property real ratio: upright ? 0.7071 : 1.4142
    CertificateSheet {
        anchors.centerIn: parent
        width: Math.floor(Math.min(pane.width, pane.height * pane.ratio))
        height: Math.floor(width / pane.ratio)
        certificate: pane.certificate
    }
}
