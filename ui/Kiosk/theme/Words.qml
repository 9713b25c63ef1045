pragma Singleton
import QtQuick

// All words on the screen, in the present language; whatever shows them changes when `table` changes.
QtObject {
    property var table: ({})
    property string language
    readonly property bool upright: language.startsWith("zh")   // headings may stand

    function say(key: string, values: var): string {
        const sentence = table[key];
        if (sentence === undefined)
            console.warn("no words for", key);
        return (sentence ?? key).replace(/{(\w+)}/g, (_, name) => values?.[name] ?? "");
    }
    // a reason that was chosen in one of the rooms of staff; what is worded nowhere was written by hand
    function why(key: string): string {
        const place = ["rules.why.", "roll.why_", "class_desk.why_", "register.why_", "member.why.", "titles.why.", "counter.why_", "cases.why_"].find(place => table[place + key] !== undefined);
        return place === undefined ? key : table[place + key];
    }
    // "3x8-70x37" and the like, and the rolls of label printers: "50x30"
    function sheet(name: string): var {
        const found = name.match(/^(letter-)?(\d+)x(\d+)-(.+)$/);
        return {
            kind: !found ? "roll" : found[1] ? "letter" : "a4",
            count: found ? found[2] * found[3] : 1,
            size: (found ? found[4] : name).replace("x", "×")
        };
    }
    // how long somebody of the house stays without a touch
    function stays(duty: var): string {
        return say(duty.leftS <= 30 ? "duty.soon" : "duty.left", {
            seconds: duty.leftS,
            time: Math.floor(duty.leftS / 60) + ":" + String(duty.leftS % 60).padStart(2, "0")
        });
    }
    function date(iso: string): string {
        const [, month, day] = iso.split("-").map(Number);
        return say("format.date", {
            month: month,
            day: day,
            month_name: table["format.month_name"]?.[month - 1]
        });
    }
    function weekday(iso: string): string {
        return table["format.weekday"][ofWeek(iso)];
    }
    function day(iso: string): string {
        return table["format.day"][ofWeek(iso)];
    }
    function ofWeek(iso: string): int {
        const [year, month, day] = iso.split("-").map(Number);
        return (new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7;
    }
}
