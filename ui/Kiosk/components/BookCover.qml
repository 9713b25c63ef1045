pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// A cover for a book without a picture, the same for the same book everywhere:
// cloth from the class letter, one of four bindings and its offsets from the title's characters.
Rectangle {
    id: cover
    required property var book         // { title, short, author, classLetter }
    property bool later: false         // the cloth at once, what is printed on it when there is time
    readonly property string title: book?.short ?? ""
    readonly property string author: book?.author ?? ""
    readonly property color cloth: Theme.clothOf(book?.classLetter ?? "Z")
    readonly property int seed: Array.from(book?.title ?? "").reduce((sum, c) => (sum * 31 + c.codePointAt(0)) % 9973, 7)
    readonly property bool threaded: !latin && seed % 4 === 0
    readonly property bool latin: /[A-Za-z]{4,}/.test(title)
    readonly property real u: width / 100
    implicitHeight: Math.round(width * 1.42)
    color: cloth
    clip: true
    Loader {
        asynchronous: cover.later
        anchors.fill: parent
        sourceComponent: [thread, plate, moon, board, across][cover.latin ? 4 : cover.seed % 4]
    }
    Component {
        id: thread
        CoverThread {
            cover: cover
        }
    }
    Component {
        id: plate
        CoverPlate {
            cover: cover
        }
    }
    Component {
        id: moon
        CoverMoon {
            cover: cover
        }
    }
    Component {
        id: board
        CoverBoard {
            cover: cover
        }
    }
    Component {
        id: across
        CoverAcross {
            cover: cover
        }
    }
}
