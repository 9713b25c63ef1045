pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// Where the copies of a title are, this hall first.
Column {
    id: list
    required property var places
    property int most: 4
    Sans {
        visible: list.places.length === 0
        width: parent.width
        text: Words.say("title.nowhere")
        px: Theme.lead
        wrapMode: Text.Wrap
    }
    Repeater {
        model: list.places.slice(0, list.most)
        Item {
            id: place
            required property var modelData
            readonly property bool here: modelData.here && modelData.state === "shelf"
            width: list.width
            height: Math.max(Theme.loanLine, names.height + Theme.s3)
            Column {
                id: names
                anchors {
                    left: parent.left
                    right: state.left
                    rightMargin: Theme.s3
                    verticalCenter: parent.verticalCenter
                }
                Serif {
                    width: parent.width
                    text: place.modelData.shelf !== "" ? place.modelData.shelf : place.modelData.hall
                    px: Theme.lead
                    spread: 0
                    elide: Text.ElideRight
                }
                Sans {
                    visible: place.modelData.shelf !== ""
                    width: parent.width
                    text: place.modelData.hall
                    color: Theme.inkSoft
                    px: Theme.caption
                    em: Theme.close
                    elide: Text.ElideRight
                }
            }
            Sans {
                id: state
                anchors {
                    right: parent.right
                    verticalCenter: parent.verticalCenter
                }
                text: place.modelData.dueOn ? Words.say("title.place_out_until", {
                    date: Words.date(place.modelData.dueOn)
                }) : Words.say("title.place_" + place.modelData.state, {
                    count: place.modelData.count
                })
                strong: place.here
                color: place.modelData.state === "shelf" ? Theme.pine : Theme.ochre
            }
            Hairline {
                anchors.bottom: parent.bottom
                width: parent.width
            }
        }
    }
}
