"""Spelling: what was typed, as words and characters; letters as syllables of pinyin; how a name is folded."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice, product

from msgspec import Struct

TYPED_MAX = 64
RUNS_MAX = 8
SPLIT_LETTERS_MAX = 24  # some seven syllables; whoever types more has found the title long before
WAYS_MAX, SPLITS_MAX = 64, 8
SYLLABLES_MORE_MAX = 2  # than in the shortest way: nobody means fa n ga n by fangan
COMBINATIONS_MAX = 4
KEPT = 4096
SYLLABLES = frozenset(
    """
    a ai an ang ao ba bai ban bang bao bei ben beng bi bian biao bie bin bing bo bu ca cai can cang cao ce cen ceng
    cha chai chan chang chao che chen cheng chi chong chou chu chua chuai chuan chuang chui chun chuo ci cong cou cu
    cuan cui cun cuo da dai dan dang dao de dei den deng di dia dian diao die ding diu dong dou du duan dui dun duo
    e ei en eng er fa fan fang fei fen feng fo fou fu ga gai gan gang gao ge gei gen geng gong gou gu gua guai guan
    guang gui gun guo ha hai han hang hao he hei hen heng hong hou hu hua huai huan huang hui hun huo ji jia jian
    jiang jiao jie jin jing jiong jiu ju juan jue jun ka kai kan kang kao ke ken keng kong kou ku kua kuai kuan kuang
    kui kun kuo la lai lan lang lao le lei leng li lia lian liang liao lie lin ling liu lo long lou lu luan lun luo
    lv lve ma mai man mang mao me mei men meng mi mian miao mie min ming miu mo mou mu na nai nan nang nao ne nei nen
    neng ni nian niang niao nie nin ning niu nong nou nu nuan nun nuo nv nve o ou pa pai pan pang pao pei pen peng pi
    pian piao pie pin ping po pou pu qi qia qian qiang qiao qie qin qing qiong qiu qu quan que qun ran rang rao re ren
    reng ri rong rou ru rua ruan rui run ruo sa sai san sang sao se sen seng sha shai shan shang shao she shei shen
    sheng shi shou shu shua shuai shuan shuang shui shun shuo si song sou su suan sui sun suo ta tai tan tang tao te
    teng ti tian tiao tie ting tong tou tu tuan tui tun tuo wa wai wan wang wei wen weng wo wu xi xia xian xiang xiao
    xie xin xing xiong xiu xu xuan xue xun ya yan yang yao ye yi yin ying yo yong you yu yuan yue yun za zai zan zang
    zao ze zei zen zeng zha zhai zhan zhang zhao zhe zhen zheng zhi zhong zhou zhu zhua zhuai zhuan zhuang zhui zhun
    zhuo zi zong zou zu zuan zui zun zuo
    """.split()
)
LONGEST = max(map(len, SYLLABLES))
ALSO_TYPED = {"lue": "lve", "nue": "nve"}  # as many are taught to type them
FUZZY = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("n", "l"), ("f", "h"), ("r", "l"))
FUZZY_ENDS = (("ang", "an"), ("eng", "en"), ("ing", "in"))
RUN = re.compile(r"[0-9a-z]+|[^\W_0-9a-z]+")
NAME_JOINTS = re.compile(r"[·•・‧]")
HYPHENS = re.compile(r"[-\s\u2010-\u2015]")


class Typed(Struct, frozen=True):
    """Runs of small letters and digits, and runs of other characters; a title has to have them all."""

    runs: tuple[str, ...]
    isbn: str | None = None

    @property
    def is_letters(self) -> bool:
        return bool(self.runs) and all(run.isascii() and run.isalpha() for run in self.runs)


def openings() -> dict[str, tuple[str, ...]]:
    """The syllables that begin with what was typed of one."""
    found: dict[str, list[str]] = {}
    for syllable in sorted(SYLLABLES):
        for end in range(1, len(syllable) + 1):
            found.setdefault(syllable[:end], []).append(syllable)
    for typed, meant in ALSO_TYPED.items():
        for opening in (typed[:-1], typed):
            found.setdefault(opening, []).append(meant)
    return {opening: tuple(syllables) for opening, syllables in found.items()}


OPENINGS = openings()


def folded(text: str) -> str:
    """Small letters, no accents, no joints of foreign names; full-width as half-width; ü is v, as on every keyboard."""
    text = text.lower()
    if text.isascii():
        return text
    text = unicodedata.normalize("NFKD", NAME_JOINTS.sub("", text).replace("ü", "v"))
    return "".join(c for c in text if not unicodedata.combining(c)).lower()


def runs(text: str) -> tuple[str, ...]:
    return tuple(RUN.findall(folded(text)))


def parsed(typed: str) -> Typed:
    """Total: any text of any length is something that can be looked for, if only nothing at all."""
    short = typed[:TYPED_MAX]
    return Typed(runs(short)[:RUNS_MAX], isbn_of(short))


def isbn_of(text: str) -> str | None:
    """The thirteen digits of an ISBN, old or new, with or without hyphens; none if its check digit is wrong."""
    plain = HYPHENS.sub("", text).upper().removeprefix("ISBN").lstrip(":：")
    if not plain.isascii() or not plain[:-1].isdigit():
        return None
    if len(plain) == 13 and plain.isdigit() and plain[:3] in ("978", "979"):
        return plain if with_check_digit(plain[:12]) == plain else None
    if len(plain) == 10 and (plain[9].isdigit() or plain[9] == "X"):
        total = sum((10 - n) * (10 if digit == "X" else int(digit)) for n, digit in enumerate(plain))
        return None if total % 11 else with_check_digit("978" + plain[:9])
    return None


def with_check_digit(twelve: str) -> str:
    total = sum(int(digit) * (3 if n % 2 else 1) for n, digit in enumerate(twelve))
    return f"{twelve}{-total % 10}"


@lru_cache(KEPT)
def splits(letters: str) -> tuple[tuple[str, ...], ...]:
    """The ways to read letters as syllables, the last perhaps just begun; the fewest syllables first."""
    letters = letters[:SPLIT_LETTERS_MAX]
    size = len(letters)
    ends = [False] * size + [True]
    for at in range(size - 1, -1, -1):
        steps = range(at + 1, min(at + LONGEST, size) + 1)
        ends[at] = letters[at:] in OPENINGS or any(ends[to] and whole(letters[at:to]) for to in steps)
    found = islice(ways(letters, 0, ends), WAYS_MAX) if size and ends[0] else ()
    by_length = sorted(found, key=len)[:SPLITS_MAX]
    return tuple(way for way in by_length if len(way) <= len(by_length[0]) + SYLLABLES_MORE_MAX)


def ways(letters: str, at: int, ends: list[bool]) -> Iterator[tuple[str, ...]]:
    if letters[at:] in OPENINGS:
        yield (letters[at:],)
    for to in range(min(at + LONGEST, len(letters) - 1), at, -1):
        if ends[to] and (syllable := whole(letters[at:to])):
            yield from ((syllable, *rest) for rest in ways(letters, to, ends))


def continued(split: tuple[str, ...], letter: str) -> Iterator[tuple[str, ...]]:
    """The ways to read one letter more: it goes on with the last syllable, or begins the next."""
    *before, last = split
    if last + letter in OPENINGS:
        yield (*before, last + letter)
    if whole(last) and letter in OPENINGS:
        yield (*split, letter)


def whole(letters: str) -> str | None:
    return letters if letters in SYLLABLES else ALSO_TYPED.get(letters)


def spoken(reading: str) -> tuple[tuple[str, ...], ...]:
    """Where both are right ("chao/zhao yang") it is said in two ways, and found by either."""
    if "/" not in reading:
        return (tuple(reading.split()),)
    return tuple(islice(product(*(said.split("/") for said in reading.split())), COMBINATIONS_MAX))


def mistaken(syllable: str) -> tuple[str, ...]:
    """The syllables that many people take for this one: zh for z, n for l, ang for an; those there are."""
    heads = {syllable}
    for one, other in FUZZY:
        for was, now in ((one, other), (other, one)):
            if syllable.startswith(was) and not (was + "h" == now and syllable.startswith(now)):
                heads.add(now + syllable.removeprefix(was))
    found = set(heads)
    for one, other in FUZZY_ENDS:
        found |= {head.removesuffix(one) + other for head in heads if head.endswith(one)}
        found |= {head.removesuffix(other) + one for head in heads if head.endswith(other)}
    return tuple(sorted((found & SYLLABLES) - {syllable}))
