import Kiosk

// What cannot be done, and how many reasons there are.
BookHead {
    required property string action
    required property var reasons
    property string place              // which of them is shown
    readonly property int own: reasons.filter(reason => reason.who === "self").length
    readonly property string how: reasons.length === 1 ? "one_" + reasons[0].who : own > 0 ? "many_own" : "many"
    icon: action === "card" || action === "undo" ? action : "code"
    over: named ? Words.say("refusal.book", {
        title: book.title
    }) : ""
    heading: Words.say("refusal.heading_" + action)
    text: place !== "" ? place : Words.say("refusal." + how, {
        count: reasons.length,
        own: own
    })
}
