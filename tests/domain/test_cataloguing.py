"""Cataloguing: which incoming record is a title we have, and what it may change."""

import pytest
from msgspec.structs import replace

from kiosk.domain.books import Title
from kiosk.domain.cataloguing import Doubtful, New, Same, authors, brought_up_to_date, judged, may_correct

HLM = Title(1, "红楼梦", "曹雪芹 著", "I242.4", "9787020002207", "人民文学出版社", "1982")
OLD = replace(HLM, isbn=None)


@pytest.mark.parametrize(
    ("known", "changes", "verdict"),
    [
        (HLM, {}, "same"),
        (HLM, {"name": " 紅楼梦"}, "same_isbn"),
        (HLM, {"name": "红 楼 梦", "author": "(清)曹雪芹著"}, "same"),
        (HLM, {"name": "红楼梦：校注本"}, "same"),
        (HLM, {"name": "水浒传"}, "same_isbn"),
        (HLM, {"isbn": "9787544291163"}, "new"),
        (HLM, {"isbn": None}, "same"),
        (HLM, {"isbn": None, "author": "别人"}, "same_name"),
        (HLM, {"isbn": None, "author": "别人", "press": "岳麓书社"}, "same_name"),
        (HLM, {"isbn": None, "author": "别人", "press": "岳麓书社", "year": "2001"}, "new"),
        (OLD, {"isbn": None, "press": "岳麓书社"}, "new"),
        (OLD, {"isbn": None, "press": ""}, "edition"),
        (OLD, {"isbn": None, "press": "", "author": ""}, "edition"),
        (HLM, {"name": "别的书", "isbn": None}, "new"),
        (replace(HLM, name="红楼梦 上"), {"name": "红楼梦 下"}, "new"),
        (replace(HLM, name="红楼梦（第一册）"), {"name": "红楼梦（第二册）"}, "new"),
        (HLM, {"name": "红楼梦 上"}, "same_isbn"),
        (replace(HLM, source="marc:江图/7"), {"source": "marc:江图/7", "name": "石头记", "isbn": None}, "same"),
        (replace(HLM, source="marc:/7"), {"source": "marc:/7", "name": "石头记", "isbn": None}, "same_source"),
        (replace(HLM, source="marc:/7"), {"source": "marc:/8"}, "same"),
    ],
)
def test_verdicts(known: Title, changes: dict[str, object], verdict: str) -> None:
    match judged(replace(HLM, **changes), (known,)):
        case Same(title=title):
            found = "same" if title == known else "another"
        case Doubtful(title=title, why=why):
            found = why
        case New():
            found = "new"
    assert found == verdict


def test_the_identical_one_wins_over_one_in_doubt() -> None:
    by_another = replace(OLD, title=2, author="别人")
    assert judged(OLD, (by_another, OLD)) == Same(OLD)


def test_authors_are_compared_without_role_and_country() -> None:
    assert authors("[法]雨果著；李丹, 方于译") == authors("雨果; 李丹; 方于") == {"雨果", "李丹", "方于"}


def test_an_update_fills_and_corrects() -> None:
    theirs = Title(9, "红楼梦", "曹雪芹, 高鹗 著", "", None, price="59.70")
    now = brought_up_to_date(HLM, theirs)
    assert now == replace(HLM, author="曹雪芹, 高鹗 著", price="59.70")
    assert brought_up_to_date(HLM, theirs, corrects=False) == replace(HLM, price="59.70")


def test_what_was_corrected_here_stays() -> None:
    mine = replace(HLM, name="红楼梦（校）", local=("name",), reading="hong lou meng")
    assert brought_up_to_date(mine, HLM) == mine
    assert brought_up_to_date(replace(mine, local=()), HLM) == replace(HLM, reading="")


def test_another_library_only_fills() -> None:
    ours = replace(HLM, source="marc:江图/7")
    assert may_correct(HLM, ours) and may_correct(ours, ours)
    assert not may_correct(ours, HLM) and not may_correct(ours, replace(HLM, source="marc:省图/1"))
