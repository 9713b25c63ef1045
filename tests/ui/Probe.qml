import QtQuick

// Tells a test what stands below an item: its texts and all that can be pressed, as JSON.
QtObject {
    id: probe
    property Item root
    readonly property var pictures: ["BookCover", "BookSpine", "CertificateSheet", "ClassShelf", "Icon"]

    function look(): string {
        const seen = [];
        walk(root, false, [], seen);
        return JSON.stringify(seen);
    }
    function walk(item: Item, picture: bool, clips: var, seen: var) {
        if (!item.visible || item.opacity === 0)
            return;
        const name = String(item).split(/_QML|\(/)[0];
        const within = picture || pictures.includes(name);
        if (item.lineHeight !== undefined && item.text?.trim())
            seen.push(text(item, name, within, clips));
        if (item.focusGap !== undefined)
            seen.push(pressable(item, name, clips));
        const inner = item.clip ? clips.concat([box(item, 0, 0, item.width, item.height)]) : clips;
        for (const child of item.children)
            walk(child, within, inner, seen);
    }
    function text(item: Item, name: string, picture: bool, clips: var): var {
        const free = item.width - item.contentWidth;
        const align = item.effectiveHorizontalAlignment;
        const left = align === Text.AlignRight ? free : align === Text.AlignHCenter ? free / 2 : item.leftPadding;
        const top = item.verticalAlignment === Text.AlignVCenter ? (item.height - item.contentHeight) / 2 : item.topPadding;
        return {
            kind: name,
            text: item.text,
            picture: picture,
            width: item.width - item.leftPadding - item.rightPadding,
            needs: item.contentWidth,
            shrunk: item.fontInfo.pixelSize,
            box: box(item, left, top, item.contentWidth, item.contentHeight),
            clips: clips
        };
    }
    function pressable(item: Item, name: string, clips: var): var {
        return {
            kind: name,
            pressable: item.Accessible.name,
            role: [Accessible.Button, Accessible.AlertMessage, Accessible.PageTab, Accessible.RadioButton].includes(item.Accessible.role),
            enabled: item.enabled,
            tab: item.activeFocusOnTab,
            focused: item.activeFocus,
            box: box(item, 0, 0, item.width, item.height),
            clips: clips
        };
    }
    function box(item: Item, x: real, y: real, width: real, height: real): var {
        const rect = item.mapToItem(null, x, y, width, height);
        return [rect.x, rect.y, rect.width, rect.height];
    }
}
