import Kiosk

// A book of the member's, and until when.
BookHead {
    required property var due
    readonly property bool late: due.days < 0
    over: Words.say("refusal.book", {
        title: book.title
    })
    text: Words.say(late ? "choice.late" : "choice.due", {
        date: Words.date(due.on),
        weekday: Words.weekday(due.on),
        days: Math.abs(due.days)
    })
    tone: late ? Theme.ochre : Theme.ink
}
