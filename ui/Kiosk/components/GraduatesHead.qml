import QtQuick
import Kiosk

// Which course, which kind of certificate, and what came of the last touch.
Column {
    id: head
    required property var course
    required property var courses
    required property string kind
    required property int given
    required property var whyNot
    required property int issued
    required property int all              // who came
    spacing: Theme.s1
    Serif {
        width: parent.width
        text: head.course?.title ?? Words.say(head.courses.length > 0 ? "graduates.courses" : "graduates.no_course")
        wrapMode: Text.Wrap
        maximumLineCount: 2
        elide: Text.ElideRight
        px: Theme.heading
    }
    Sans {
        width: parent.width
        text: head.course ? [Words.say("passport.certificate_" + head.kind), head.course.lastOn ? Words.say(head.course.over ? "graduates.over" : "graduates.on", {
                date: Words.date(head.course.lastOn)
            }) : ""].filter(part => part !== "").join(" · ") : Words.say("graduates.courses_how")
        color: Theme.inkSoft
        wrapMode: Text.Wrap
        px: Theme.body
        em: Theme.close
    }
    Row {
        visible: !!head.course && (Theme.wide || (head.given === 0 && head.whyNot.length === 0))
        spacing: Theme.s2
        Figure {
            id: many
            text: head.issued
            px: Theme.wide ? Theme.hero : Theme.display * 1.4
        }
        Sans {
            anchors.baseline: many.baseline
            text: Words.say("graduates.of_all", {
                count: head.all
            })
            color: Theme.inkSoft
            px: Theme.body
        }
    }
    Sans {
        visible: head.given > 0
        width: parent.width
        text: Words.say("graduates.given", {
            count: head.given
        })
        color: Theme.pine
        strong: true
        wrapMode: Text.Wrap
        px: Theme.body
        em: Theme.close
    }
    Sans {
        visible: head.whyNot.length > 0
        width: parent.width
        text: head.whyNot.map(reason => reason.text + " " + reason.facts).join("\n")
        color: Theme.ochre
        strong: true
        wrapMode: Text.Wrap
        maximumLineCount: Theme.care && !Theme.wide ? 2 : 4
        elide: Text.ElideRight
        px: Theme.body
        em: Theme.close
    }
}
