"""Readings: words that are read otherwise than their characters, names that are read otherwise than words."""

import pytest

from kiosk.domain.books import Title
from kiosk.domain.spelling import SYLLABLES, spoken
from kiosk.upkeep.readings import author_reading, by_character, read, reading

WORDS = """
重庆 cq 会计 kj 银行 yh 长城 cc 校长 xz 曾国藩 zgf 水浒传 shz 传记 zj 朝阳 zy 朝阳 cy 音乐 yy 快乐 kl 长江 cj 成长 cz
行业 hy 行走 xz 重量 zl 重构 cg 重生 cs 都市 ds 首都 sd 还书 hs 还是 hs 大夫 df 大厦 ds 厦门 xm 乐山 ls 六安 la
朝鲜 cx 王朝 wc 朝花夕拾 zhxs 调查 dc 调解 tj 调度 dd 角色 js 主角 zj 角度 jd 自传 zz 传统 ct 宣传 xc 外传 wz
弹簧 th 弹药 dy 藏书 cs 西藏 xz 宝藏 bz 降落 jl 投降 tx 省略 sl 反省 fx 单位 dw 单于 cy 解放 jf 给水 js 供给 gj
薄荷 bh 都江堰 djy 参加 cj 人参 rs 参差 cc 数学 sx 率领 sl 效率 xl 系统 xt 处理 cl 着火 zh 执着 zz 折纸 zz 强迫 qp
血压 xy 尽管 jg 石头记 stj 儿女英雄传 enyxz 射雕英雄传 sdyxz 十万个为什么 swgwsm 明朝那些事儿 mcnxse 模具 mj 轧钢 zg
吐蕃 tb 龟兹 qc 蒙古 mg 什刹海 sch 番禺 py 蚌埠 bb 划船 hc 计划 jh 便宜 py 方便 fb 兴趣 xq 复兴 fx
""".split()
TABLE = list(zip(WORDS[::2], WORDS[1::2], strict=True))
AUTHORS = """
单田芳 stf 仇英 qy 解缙 xj 查良铮 zlz 任正非 rzf 曾敏 zm 区大为 odw 朴志勇 pzy 尉迟恭 ycg 令狐冲 lhc 万俟卨 mqx
覃小红 qxh 覃小红 txh 长孙无忌 zswj 盖叫天 gjt 乐嘉 yj 华罗庚 hlg 欧阳修 oyx 翟永明 zym
""".split()


def initials(said: str) -> set[str]:
    return {"".join(syllable[0] for syllable in way) for way in spoken(said)}


@pytest.mark.parametrize(("word", "letters"), TABLE)
def test_words_are_read_as_readers_read_them(word: str, letters: str) -> None:
    assert letters.lower() in initials(reading(word))


def test_the_table_is_long_enough() -> None:
    assert len(set(TABLE)) >= 60


@pytest.mark.parametrize(("name", "letters"), list(zip(AUTHORS[::2], AUTHORS[1::2], strict=True)))
def test_family_names_are_read_as_family_names(name: str, letters: str) -> None:
    assert letters in initials(author_reading(f"{name} 著"))


@pytest.mark.parametrize(
    ("author", "said"),
    [
        ("王建国 李敏 主编", "wang jian guo, li min"),
        ("曹雪芹 著 高鹗 续", "cao xue qin, gao e"),
        ("[美] 海明威 著", "hai ming wei"),
        ("J.K.罗琳 著", "j k luo lin"),
        ("任正非 等著", "ren zheng fei"),
        ("", ""),
        ("著", ""),
    ],
)
def test_roles_and_countries_are_no_names(author: str, said: str) -> None:
    assert author_reading(author) == said


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("C语言", "c yu yan"),
        ("Python编程：从入门到实践", "python bian cheng cong ru men dao shi jian"),
        ("１９８４", "1984"),
        ("女工的绿色", "nv gong de lv se"),
        ("《朝花·夕拾》", "zhao hua xi shi"),
        ("", ""),
        ("？！", ""),
    ],
)
def test_a_latin_word_or_a_number_is_one_syllable(name: str, said: str) -> None:
    assert reading(name) == said


def test_what_somebody_has_given_stays() -> None:
    title = Title(1, "长城", "曾敏 著", "I247", reading="zhang cheng")
    assert read(title).reading == "zhang cheng" and read(title).author_reading == "zeng min"
    assert read(Title(2, "长城", "", "I247")).reading == "chang cheng"


def test_characters_are_said_in_syllables_that_can_be_typed() -> None:
    sounds = by_character()
    assert sounds["梦"] == "meng" and len(sounds) > 20000
    assert len(set(sounds.values()) - SYLLABLES) < 12  # 嗯 and its like, which nobody looks for
