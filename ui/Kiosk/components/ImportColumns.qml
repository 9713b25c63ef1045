pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// What each column of a list is taken for; a tap opens all that it could be.
Item {
    id: mapper
    required property var columns
    required property var fields
    required property bool still           // it cannot be changed now
    property int open: 0                   // the column that is being told; none: 0
    readonly property var chosen: columns.find(column => column.number === open)
    signal taken(int column, string field)
    Sans {
        id: how
        width: parent.width
        text: mapper.open > 0 ? Words.say("import.choose_field", {
            name: mapper.chosen?.name || Words.say("import.column", {
                number: mapper.open
            })
        }) : mapper.columns.length === 0 ? Words.say("import.columns_none") : mapper.still ? "" : Words.say("import.columns_how")
        elide: Text.ElideRight
        strong: mapper.open > 0
        color: mapper.open > 0 ? Theme.ink : Theme.inkSoft
        px: Theme.body
        em: Theme.close
    }
    Roll {
        id: roll
        visible: mapper.open === 0
        anchors {
            top: how.bottom
            topMargin: Theme.s1
            bottom: parent.bottom
        }
        width: parent.width
        model: mapper.columns
        delegate: Pressable {
            id: row
            required property var modelData
            required property int index
            readonly property string meant: modelData.field === "" ? Words.say("import.rejected") : Words.say("field." + modelData.field)
            name: title.text + " " + meant
            enabled: !mapper.still
            focusGap: -Theme.s0
            width: roll.width
            height: Math.max(Theme.chip, texts.height + Theme.s2)
            onPressed: mapper.open = modelData.number
            onActiveFocusChanged: if (activeFocus) {
                roll.show(index);
            }
            Column {
                id: texts
                anchors {
                    left: parent.left
                    right: arrow.left
                    rightMargin: Theme.s2
                    verticalCenter: parent.verticalCenter
                }
                Sans {
                    id: title
                    width: parent.width
                    text: row.modelData.name || Words.say("import.column", {
                        number: row.modelData.number
                    })
                    elide: Text.ElideRight
                    strong: true
                    px: Theme.body
                    em: 1.25
                }
                Sans {
                    width: parent.width
                    text: row.modelData.sample
                    elide: Text.ElideRight
                    color: Theme.inkSoft
                    px: Theme.care ? Theme.least * 1.5 : Theme.caption
                    em: 1.25
                }
            }
            Rectangle {
                id: arrow
                anchors.verticalCenter: parent.verticalCenter
                x: parent.width * 0.54
                width: Theme.s4
                height: Theme.line
                color: row.modelData.field === "" ? Theme.hairline : Theme.pine
            }
            Serif {
                anchors {
                    left: arrow.right
                    leftMargin: Theme.s2
                    right: parent.right
                    verticalCenter: parent.verticalCenter
                }
                text: row.meant
                elide: Text.ElideRight
                color: row.modelData.field === "" ? Theme.inkFaint : Theme.ink
                px: Theme.care ? Theme.body : Theme.lead
                spread: 0
            }
            Hairline {
                anchors.bottom: parent.bottom
                width: parent.width
            }
        }
    }
    Grid {
        id: choices
        visible: mapper.open > 0
        anchors {
            top: how.bottom
            topMargin: Theme.s2
        }
        columns: Theme.care ? 4 : 3
        spacing: Theme.gap
        width: parent.width
        Repeater {
            model: mapper.open > 0 ? ["", ...mapper.fields] : []
            InkTab {
                required property string modelData
                width: (choices.width - (choices.columns - 1) * choices.spacing) / choices.columns
                height: Theme.wide ? Theme.s5 : Theme.chip
                text: modelData === "" ? Words.say("import.skip") : Words.say("field." + modelData)
                chosen: modelData === (mapper.chosen?.field ?? "")
                px: Theme.care ? Theme.note : Theme.body
                onPressed: {
                    const column = mapper.open;
                    mapper.open = 0;
                    mapper.taken(column, modelData);
                }
            }
        }
    }
}
