pragma Singleton
import QtQuick

// Every colour, size and duration of the kiosk, on a canvas whose short side is 1080: 3.6 px a millimetre at 24 inch.
// The numbers behind a colour are its contrast on `paper` and on `night`.
QtObject {
    property bool care: false     // its own scale, not a zoom
    property bool night: false    // dark, and the high contrast too
    property bool wide: false     // landscape: read left, press right
    property bool still: false    // nothing moves
    property real above: 0        // what lies above this share of the height is only read
    property real below: 0        // what lies below this share from the bottom stays empty

    readonly property int canvas: 1080

    // ground
    readonly property color paper: night ? "#14120F" : "#F4EDDF"
    readonly property color raised: night ? "#211D18" : "#FBF8F0"
    readonly property color sunk: night ? "#0B0A08" : "#E9E0CD"
    // ink
    readonly property color unlit: "#000000"

    readonly property color ink: night ? "#FFF8E8" : "#231F1A"         // 14.1 | 17.7
    readonly property color inkSoft: night ? "#DDD1BA" : "#574E43"     //  7.0 | 12.4
    readonly property color inkFaint: night ? "#BBAE95" : "#6F6556"    //  4.9 |  8.5
    // lines
    readonly property color hairline: night ? "#6A604E" : "#CFC2A8"    // separates, never carries meaning
    readonly property color edge: night ? "#B8A888" : "#857861"        // the border of anything that can be pressed
    readonly property color gold: night ? "#C9A55C" : "#B5924F"        // ornament, never text
    // voices: the plain name is for text, lines and marks; `Fill` carries an area, `Ink` is written on it
    readonly property color vermilion: night ? "#F27A62" : "#B93422"   //  5.0 |  6.9  here, now
    readonly property color vermilionFill: "#B93422"
    readonly property color vermilionInk: "#FFF9EE"
    readonly property color pine: night ? "#93D3C4" : "#1D4A45"        //  8.5 | 11.0  yes, done, go on
    readonly property color pineFill: night ? "#1F514B" : "#1D4A45"
    readonly property color pineInk: "#F7F1E3"
    readonly property color pineLine: night ? "#3E6E68" : "#3F6A64" // ornament on pine
    readonly property color ochreOnPine: "#F2BE63" // 5.8 on pineFill: late, on a filled seat
    readonly property color pineTint: night ? "#1D2B28" : "#DCE4D9"
    readonly property color ochre: night ? "#F2BE63" : "#85530F"       //  5.6 | 11.0  not now
    readonly property color ochreTint: night ? "#2E2414" : "#F1E4C8"
    readonly property color duty: night ? "#A9C4E6" : "#22426B"        //  8.8 | 10.4  somebody of the house is on duty
    readonly property color dutyFill: night ? "#23456E" : "#22426B"
    readonly property color dutyInk: "#F4EFE2"
    readonly property color dutyTint: night ? "#1A2431" : "#D9DEE2"
    // documents and covers stay paper at night
    readonly property color sheet: "#FBF8F0"
    readonly property color sheetInk: "#231F1A"
    readonly property color sheetSoft: "#574E43"
    readonly property color sheetRule: "#CFC2A8"
    readonly property color sheetPine: "#1D4A45"
    readonly property color sheetLine: "#B5924F"
    readonly property color slip: "#F7F1E3"
    readonly property color clear: "transparent"
    // bookcloth by class of the Chinese Library Classification; `slip` on each is 4.7 or more
    readonly property var cloth: ({
            A: "#8A2C23", B: "#5B3A46", C: "#6F5540", D: "#6E322B", E: "#4A5238", F: "#7D5E1C", G: "#1F554E", H: "#2B627C",
            I: "#2C4668", J: "#8B3147", K: "#87492A", N: "#4B5E59", O: "#2C3A58", P: "#39434F", Q: "#58642C", R: "#44664C",
            S: "#86661F", T: "#46525D", U: "#5A534B", V: "#3C6C84", X: "#2F6A5F", Z: "#3B3833"
        })
    readonly property real stepped: 0.55          // what leads nowhere steps back
    readonly property real pressed: 1.14          // a pressed surface is so much darker

    // type
    readonly property string serif: "Noto Serif SC"
    readonly property string sans: "Noto Sans SC"
    readonly property int caption: care ? 36 : 26
    readonly property int note: care ? 36 : 28    // a second line beside something larger
    readonly property int body: care ? 44 : 30
    readonly property int lead: care ? 52 : 36
    readonly property int label: care ? 46 : 34   // on a plain button
    readonly property int section: care ? 56 : 46 // titles in a list, dates
    readonly property int title: care ? 64 : 48
    readonly property int heading: care ? (wide ? 60 : 72) : wide ? 56 : 64
    readonly property int display: care ? 88 : 76
    readonly property int hero: care ? 160 : wide ? 116 : 140
    readonly property int count: wide ? 210 : 280 // the one number of a page
    readonly property int clock: wide ? 200 : 190
    readonly property int upright: 132            // 扫码开始
    readonly property int least: 20               // what a shrinking label may shrink to, and words in pictures
    readonly property real loose: 0.04            // letter spacing of serif titles, em
    readonly property real looser: 0.08           // of filled buttons
    readonly property real roomy: 1.5             // line height of sentences, em
    readonly property real close: 1.4             // of one-line rows
    readonly property real serifed: 1.34
    readonly property real tall: 1.16             // of large numbers

    // space: 8 is the beat
    readonly property int gap: 12                 // between keys
    readonly property int s0: 4
    readonly property int s1: 8
    readonly property int s2: 16
    readonly property int s3: 24
    readonly property int s4: 40
    readonly property int s5: 64
    readonly property int s6: 104
    readonly property int margin: 60
    readonly property real reach: 0.4             // portrait: what is pressed lies below this share of the height
    readonly property real split: 0.42            // landscape: what is read lies left of this share of the width
    readonly property real tight: 0.98            // what is pressed may be drawn in so much of its room
    // touch
    readonly property int touch: care ? 120 : wide ? 88 : 96
    readonly property int primary: care ? (wide ? 150 : 180) : wide ? 116 : 140
    readonly property int grand: care || wide ? 180 : 200     // the only button of a page
    readonly property int small: care ? 200 : 150             // width of a button in a row
    readonly property int bar: wide ? (care ? 112 : 96) : care ? 152 : 128
    readonly property int strip: wide ? 80 : 88   // one line over the foot bar
    readonly property int wizardPath: care ? 96 : 80
    readonly property int header: care ? (wide ? 150 : 160) : wide ? 128 : 136
    // form
    readonly property int radius: 4               // paper is cut, not moulded
    readonly property int line: night ? 3 : 2
    readonly property int rule: 5
    readonly property int bold: night ? 5 : 4     // focus and selection
    readonly property int disc: 76
    readonly property int dot: 16
    readonly property int icon: 44
    readonly property int iconRow: 60
    readonly property int iconDoor: 96
    readonly property int iconBox: wide ? 92 : 104
    readonly property int row: wide ? 172 : 190
    readonly property int loanLine: wide ? 100 : 120 // a loan in the record
    readonly property int coverRow: 106
    readonly property int coverLine: 70
    readonly property int coverPage: care ? (wide ? 250 : 350) : wide ? 210 : 250
    readonly property int who: care ? 240 : 176   // column of "who can lift it"
    readonly property int shelf: wide ? 400 : 480
    readonly property int shelfWidth: 540
    readonly property int window: 600
    readonly property int seal: 72
    readonly property int shelfLow: wide ? 200 : 260
    readonly property int how: care ? (wide ? 220 : 260) : wide ? 190 : 220
    readonly property int howLow: wide ? 158 : 192
    readonly property int choice: care ? (wide ? 460 : 520) : wide ? 410 : 440
    readonly property int choiceLow: care ? (wide ? 330 : 380) : wide ? 300 : 340
    readonly property int hintWidth: care && !wide ? 400 : 460
    readonly property int gateText: wide && !care ? 116 : 124
    readonly property int ring: wide ? 340 : 420
    readonly property int ringThick: 30
    readonly property int gate: wide ? 640 : 600

    readonly property int finder: care ? 620 : 590 // what is read of the finder
    readonly property int pad: wide ? 332 : care ? 520 : 408 // a pad of letters
    readonly property int tiles: 312              // the doors of the first page
    readonly property int tilesLow: 200
    readonly property int tallTile: 260
    readonly property int mirror: 230             // what the camera sees, beside a list
    readonly property int doors: 250
    readonly property int coverShelfLow: 212
    readonly property int coverShelf: 260         // covers on a board, with their heading
    readonly property int tooth: 24               // of a slip's torn edge
    readonly property int slipRow: care ? (wide ? 136 : 150) : wide ? 104 : 112
    readonly property int slipCode: care ? 480 : 460 // of a slip: its code and its ticks
    readonly property int quiet: 4                // modules of white around a code
    readonly property int duties: 10              // the frame of whoever is on duty
    readonly property int plate: wide ? 214 : 290 // a drawing with its words
    readonly property int step: care ? (wide ? 160 : 200) : wide ? 168 : 196
    // of classes
    readonly property int lesson: wide ? 112 : 148     // a session in the programme
    readonly property int lessonWhen: wide ? 196 : 212 // its time and its day
    readonly property int lessonState: wide ? 210 : 230
    readonly property int lessonTime: wide ? 50 : 62
    readonly property int dayPlate: wide ? 108 : 120   // a day to choose
    readonly property int chip: wide ? 76 : 88         // a kind to choose
    readonly property int doorGate: care ? (wide ? 610 : 640) : wide ? 700 : 800
    readonly property int doorFact: wide ? 92 : 104    // a number at the door
    readonly property int lessonBar: wide ? 30 : 34
    readonly property int dateRow: care ? 100 : wide ? 72 : 80
    readonly property int doorLow: care ? 260 : wide ? 190 : 230 // of several doors, each
    readonly property int doorHigh: care ? 380 : wide ? 300 : 360
    readonly property int week: 196                  // an evening on the strip of weeks, with its day
    readonly property int roster: care ? 420 : 330   // what is read of a roster, upright
    readonly property int labels: care ? 700 : 900 // the sheet of labels as it will be printed
    readonly property int health: care ? 400 : 250 // what is read of the machine
    readonly property int series: 600                // what is read of a new series
    readonly property int calendarCode: 470          // phones read its modules from a hand's breadth

    // motion, in milliseconds
    readonly property int turn: still ? 0 : 240
    readonly property int settle: still ? 0 : 420
    readonly property int breath: still ? 0 : 2400
    readonly property real held: 3                // seconds that a corner is held: nobody does so by chance
    readonly property int revealed: 20000         // a name stands whole for so long
    readonly property int ease: Easing.OutCubic
    readonly property real begun: 0.3             // a new page can be read from its first picture on
    readonly property int rise: 16                // a new page comes up by so much
    readonly property int dip: 2                  // a pressed label goes down by so much

    function clothOf(letter: string): color {
        return cloth[letter] ?? cloth.Z;
    }
}
