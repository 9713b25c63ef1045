pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// Ten thousand rows of books under a finger that never rests.
Window {
    id: scroll
    property int frames: 0
    width: 1080
    height: 1920
    color: Theme.paper
    Roll {
        id: roll
        anchors.fill: parent
        model: 10000
        delegate: BookRow {
            required property int index
            width: scroll.width
            book: ({
                    title: "职工安全生产知识 " + index,
                    short: "职工安全生产知识",
                    author: "应急管理编写组 " + index,
                    classLetter: "ABDFIJKTRX"[index % 10]
                })
            fact: "12月21日"
            why: "前归还，30 天"
            button: "撤销"
        }
    }
    NumberAnimation {
        target: roll.children[0]
        property: "contentY"
        from: 0
        to: 40000
        duration: 10000
        running: true
    }
}
