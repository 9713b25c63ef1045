import Kiosk

// Care mode: one book, large, and what has become of it.
BookHead {
    required property string told
    over: told
    overTone: Theme.pine
    overStrong: true
    heading: book?.title ?? ""
    text: book?.author ?? ""
    tone: Theme.inkSoft
}
