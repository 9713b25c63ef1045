import QtQuick
import Kiosk

// The head of a course: a cover of its own, its name, who leads it and where; below, what counts.
Item {
    id: head
    required property var course
    property alias calm: facts.calm
    readonly property var cloth: ({
            "class": "G",
            lecture: "B",
            show: "J",
            exercise: "R",
            weekend: "T",
            salon: "I",
            match: "K"
        })
    readonly property bool covered: !Theme.care
    implicitHeight: facts.y + facts.height
    BookCover {
        id: cover
        visible: head.covered
        y: Theme.wide ? Theme.s4 : Theme.s5
        width: Theme.coverPage
        book: ({
                title: head.course.title,
                short: head.course.title,
                author: head.course.teacher,
                classLetter: head.cloth[head.course.kind]
            })
    }
    Column {
        id: words
        anchors {
            left: head.covered ? cover.right : parent.left
            leftMargin: head.covered ? Theme.s4 : 0
            right: parent.right
        }
        y: head.covered ? cover.y + Math.max(0, (cover.height - height) / 2) : Theme.wide ? Theme.s3 : Theme.s5
        spacing: Theme.s2
        Sans {
            width: parent.width
            text: Words.say("kind." + head.course.kind)
            strong: true
            color: Theme.pine
            px: Theme.lead
            em: Theme.close
            elide: Text.ElideRight
        }
        Serif {
            width: parent.width
            text: head.course.title
            wrapMode: Text.Wrap
            maximumLineCount: 3
            elide: Text.ElideRight
            px: Theme.heading
        }
        Sans {
            visible: text !== ""
            width: parent.width
            text: [head.course.room, head.course.teacher].filter(part => part).join(" · ")
            px: Theme.lead
            em: Theme.close
            wrapMode: Text.Wrap
        }
    }
    CourseFacts {
        id: facts
        y: (head.covered ? cover.y + cover.height : words.y + words.height) + (Theme.wide || Theme.care ? Theme.s4 : Theme.s5)
        width: parent.width
        course: head.course
    }
}
