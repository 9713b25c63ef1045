pragma Singleton
import QtQuick

// Line drawings on a 48 grid, by name.
QtObject {
    readonly property var paths: ({
            book: "M24 13 C19 9 12 8 5 9 V38 C12 37 19 38 24 42 C29 38 36 37 43 38 V9 C36 8 29 9 24 13 Z M24 13 V42",
            giveback: "M7 9 H25 V39 H7 Z M13 9 V39 M44 24 H32 M37 17 L30 24 L37 31",
            card: "M5 11 H43 V37 H5 Z M11 19 H21 V29 H11 Z M27 20 H37 M27 28 H34",
            code: "M6 16 V6 H16 M32 6 H42 V16 M42 32 V42 H32 M16 42 H6 V32 M14 15 V33 M20 15 V33 M28 15 V33 M34 15 V33",
            voice: "M6 18 H14 L24 9 V39 L14 30 H6 Z M31 17 C34 20 34 28 31 31 M37 12 C43 18 43 30 37 36",
            mute: "M6 18 H14 L24 9 V39 L14 30 H6 Z M31 18 L43 30 M43 18 L31 30",
            moon: "M29 7 A18 18 0 1 0 41 31 A14 14 0 0 1 29 7 Z",
            bell: "M5 38 H43 M9 38 C9 25 15 18 24 18 C33 18 39 25 39 38 M24 18 V11 M18 11 H30",
            exit: "M28 8 H8 V40 H28 M20 24 H42 M34 16 L42 24 L34 32",
            undo: "M8 18 H30 C37 18 41 23 41 29 C41 35 37 40 30 40 H14 M16 10 L8 18 L16 26",
            person: "M24 6 A8.5 8.5 0 1 1 23.9 6 Z M8 42 C8 32 15 28 24 28 C33 28 40 32 40 42",
            desk: "M24 5 A7 7 0 1 1 23.9 5 Z M12 31 C12 25 17 22 24 22 C31 22 36 25 36 31 M4 31 H44 M8 31 V43 M40 31 V43",
            check: "M8 25 L19 36 L41 12",
            next: "M8 24 H40 M28 12 L40 24 L28 36",
            back: "M40 24 H8 M20 12 L8 24 L20 36",
            down: "M10 17 L24 31 L38 17",
            renew: "M41 20 C38 11 31 7 24 7 C15 7 8 13 7 21 M7 28 C10 37 17 41 24 41 C33 41 40 35 41 27 M41 8 V20 H29 M7 40 V28 H19",
            list: "M7 11 H11 M18 11 H42 M7 24 H11 M18 24 H42 M7 37 H11 M18 37 H42",
            clock: "M24 6 A18 18 0 1 1 23.9 6 Z M24 14 V24 L32 29",
            rub: "M17 10 H43 V38 H17 L5 24 Z M24 18 L36 30 M36 18 L24 30",
            steps: "M6 42 V32 H18 V22 H30 V12 H42 M36 6 L42 12 L36 18",
            ask: "M24 6 A18 18 0 1 1 23.9 6 Z M18 19 C18 15 21 13 24 13 C28 13 30 15.5 30 18.5 C30 23 24 23.5 24 28 M24 34 V35",
            kiosk: "M10 5 H38 V31 H10 Z M16 31 V43 M32 31 V43 M8 43 H40 M17 18 L22 23 L31 13",
            note: "M24 6 A18 18 0 1 1 23.9 6 Z M24 22 V34 M24 13 V16"
        })
}
