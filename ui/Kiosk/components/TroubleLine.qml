import QtQuick
import Kiosk

// Something odd in a file, in words, how often it was met, and where first.
Item {
    id: line
    required property var trouble          // none: it is not shown
    readonly property bool many: (trouble?.count ?? 0) > 1

    // a value may be a word of ours: the name of a field
    function said(trouble: var): string {
        const values = {};
        for (const [name, value] of Object.entries(trouble.values))
            values[name] = value?.word ? Words.say(value.word) : value;
        return Words.say("problem." + trouble.code, values);
    }
    implicitHeight: words.height + 2 * Theme.s1
    Figure {
        id: count
        anchors.verticalCenter: parent.verticalCenter
        width: line.many ? Theme.s6 * 1.2 : 0
        visible: line.many
        text: line.trouble?.count ?? ""
        color: Theme.ochre
        px: Theme.section
    }
    Column {
        id: words
        anchors {
            left: count.right
            right: parent.right
            verticalCenter: parent.verticalCenter
        }
        Sans {
            width: parent.width
            text: line.trouble ? line.said(line.trouble) : ""
            wrapMode: Text.Wrap
            maximumLineCount: 3
            elide: Text.ElideRight
            px: Theme.body
            em: Theme.close
        }
        Sans {
            visible: (line.trouble?.row ?? 0) > 0
            width: parent.width
            text: Words.say("import.row", {
                row: line.trouble?.row ?? 0
            }) + " · " + (line.trouble?.code ?? "")
            color: Theme.inkSoft
            px: Theme.caption
            em: Theme.close
        }
    }
    Hairline {
        anchors.bottom: parent.bottom
        width: parent.width
    }
}
