import Kiosk

// Where this member stands with a course, else how many seats are left; and when it begins.
FactStrip {
    required property var course
    property bool calm: false          // something else on the page counts more
    readonly property var next: course.sessions[0] ?? null
    readonly property bool full: course.free === 0
    readonly property var seats: ({
            fact: full ? Words.say("course.seats_full") : Words.say("course.seats_left", {
                free: course.free
            }),
            text: full && course.waiting > 0 ? Words.say("course.waits", {
                waiting: course.waiting
            }) : Words.say("course.of_seats", {
                seats: course.seats
            })
        })
    readonly property var own: ({
            confirmed: {
                fact: Words.say("course.have_seat"),
                text: Words.say("course.yours")
            },
            waiting: {
                fact: Words.say("course.place", {
                    place: course.ahead + 1
                }),
                text: Words.say("course.in_list")
            },
            offered: {
                fact: Words.say("course.kept"),
                text: course.confirmBy ? Words.say("course.answer", {
                    date: Words.date(course.confirmBy.on),
                    time: course.confirmBy.starts
                }) : ""
            },
            requested: {
                fact: Words.say("course.unsure"),
                text: Words.say("course.asked")
            }
        })
    here: !calm && (course.state === "confirmed" || course.state === "offered" || (!(course.state in own) && !full))
    px: Theme.heading
    facts: [own[course.state] ?? seats,
        {
            fact: next ? Words.date(next.when.on) : "",
            text: next ? [Words.say("course.first"), Theme.wide ? Words.day(next.when.on) : Words.weekday(next.when.on), next.when.starts].join(" ") : ""
        }
    ]
}
