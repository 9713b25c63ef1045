"""A register is searched by the letters of names; whose sound is not known is never left out."""

import pytest

from kiosk.domain.name_letters import begins, leading, letters


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("张小三", "zxs"),
        ("单雄信", "sxx"),
        ("欧阳𬭚", "oy?"),
        ("阿卜杜热合曼·买买提", "abdrhmmmt"),
        ("Anna Müller", "annam?ller"),
        ("", ""),
    ],
)
def test_letters(name: str, said: str) -> None:
    assert letters(name) == said


def test_what_is_typed_finds_the_beginning() -> None:
    assert begins("张小三", "") and begins("张小三", "zx") and not begins("张小三", "xs")
    assert begins("欧阳𬭚", "oyd") and not begins("欧阳𬭚", "oydd")
    assert leading("张小三", "zx") == "s" and leading("张小三", "zxs") == "" and len(leading("欧阳𬭚", "oy")) == 26
