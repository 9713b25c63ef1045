"""Names: how a person's name is shown where others may look on."""

COMPOUND_FAMILY_NAMES = frozenset(
    """
    欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶
    太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良
    漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 公户 公玉 公仪 梁丘 公仲
    公上 公门 公山 公坚 左丘 公伯 西门 公祖 第五 公乘 贯丘 公皙 南荣 东里 东宫 仲长 子书 子桑 即墨 达奚
    褚师 完颜 纳兰 叶赫 爱新
    """.split()
)
FOREIGN_JOINTS = "·•・ "


def family_name(name: str) -> str:
    """The family name of a Chinese name; the first part of a name that has joints; 欧阳 of 欧阳文."""
    for joint in FOREIGN_JOINTS:
        if joint in name:
            return name.split(joint, 1)[0]
    return name[:2] if len(name) > 2 and name[:2] in COMPOUND_FAMILY_NAMES else name[:1]


def masked(name: str) -> str:
    """张*三, 李*, 欧阳**, 阿***·买***: enough to know oneself by, too little for anybody else."""
    for joint in FOREIGN_JOINTS:
        if joint in name:
            return joint.join(part[:1] + "***" for part in name.split(joint) if part)
    family = family_name(name)
    given = name[len(family) :]
    if len(family) > 1 or len(given) < 2:
        return family + "*" * len(given)
    return family + "*" * (len(given) - 1) + given[-1]


def face(name: str) -> str:
    """The one character in a member's disc."""
    return name[:1]
