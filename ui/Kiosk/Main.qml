pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Bridge

// The window: one page at a time, on a canvas whose short side is always the same.
Window {
    id: main
    required property Bridge bridge
    property bool still: false
    readonly property real unit: Math.max(0.1, Math.min(width, height) / Theme.canvas)
    readonly property int turned: bridge.machine.turned
    readonly property bool across: turned % 180 !== 0
    property string page
    readonly property Item shown: sheet.item as Item
    readonly property real strip: Dense.primary + Dense.edge    // under the pages of a practice
    readonly property bool practising: bridge.frame.practice.length > 0

    function show() {
        const fields = bridge.fields;    // each look at them makes them anew
        if (bridge.page === page && sheet.item) {
            for (const name in fields)
                sheet.item[name] = fields[name];
            return;
        }
        page = bridge.page;
        sheet.setSource(Qt.resolvedUrl(`pages/${page}Page.qml`), Object.assign({
            bridge: bridge
        }, fields));
    }
    color: Theme.paper

    Binding {
        target: Theme
        property: "care"
        value: main.bridge.care
    }
    Binding {
        target: Theme
        property: "night"
        value: main.bridge.choices.night
    }
    Binding {
        target: Theme
        property: "wide"
        value: main.across ? main.height > main.width : main.width > main.height
    }
    Binding {
        target: Theme
        property: "above"
        value: main.bridge.choices.above
    }
    Binding {
        target: Theme
        property: "below"
        value: main.bridge.choices.below
    }
    Binding {
        target: Theme
        property: "still"
        value: main.still
    }
    Binding {
        target: Words
        property: "table"
        value: main.bridge.words
    }
    Binding {
        target: Words
        property: "language"
        value: main.bridge.language
    }
    Connections {
        target: main.bridge
        function onScreenChanged() {
            main.show();
        }
        function onAnswered(kind) {
            mark.show(kind);
        }
    }
    Item {
        anchors.centerIn: parent
        width: (main.across ? main.height : main.width) / main.unit
        height: (main.across ? main.width : main.height) / main.unit
        rotation: main.turned
        scale: main.unit
        Loader {
            id: sheet
            width: parent.width / scale
            height: parent.height
            transformOrigin: Item.TopLeft
            // In a practice pages keep their height and are drawn a little smaller, about the line to which a hand reaches.
            scale: main.practising ? 1 - main.strip / (parent.height * (1 - Theme.above - Theme.below)) : 1
            y: parent.height * Theme.above * (1 - scale)
        }
        Loader {
            active: main.practising && main.page !== ""
            width: parent.width
            height: parent.height * (1 - Theme.below)
            sourceComponent: PracticeStrip {
                tall: main.strip
                toys: main.bridge.frame.practice
                onScanned: n => main.bridge.duty.practice.scan(n)
                onEnded: main.bridge.duty.practice.leave()
            }
        }
        Loader {
            active: main.practising && main.page !== "" && !main.bridge.frame.duty
            width: parent.width
            height: parent.height * (1 - Theme.below) - main.strip
            sourceComponent: PracticeMark {}
        }
        Loader {
            active: main.bridge.aside.key !== ""
            anchors {
                bottom: parent.bottom
                bottomMargin: parent.height * Theme.below
            }
            width: parent.width
            sourceComponent: StaffNotice {
                text: Words.say(main.bridge.aside.key)
                onPressed: main.bridge.aside.close()
            }
        }
        AnswerMark {
            id: mark
            width: parent.width
        }
    }
    Rectangle {
        objectName: "night"
        anchors.fill: parent
        visible: main.bridge.machine.dark && main.bridge.page === "Attract"    // the touch goes through, and wakes
        color: Theme.unlit
    }
    Component.onCompleted: show()
}
