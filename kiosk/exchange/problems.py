"""Problems of a file and of its rows: a closed, numbered list; the sentences are in resources/words."""

from typing import Any, Literal

from msgspec import Struct

# file: nothing can be read; row: this row is not taken; notice: the row is taken, with something left out or added.
Weight = Literal["file", "row", "notice"]


class Problem(Struct, frozen=True):
    """One problem of one row; of a whole file, in row 0."""

    code: str
    row: int = 0
    offset: int | None = None  # of the record's first byte, in MARC
    values: dict[str, Any] = {}


class Trouble(Struct, frozen=True):
    """An entry of the list, and what becomes of the row."""

    code: str
    weight: Weight

    def at(self, row: int, offset: int | None = None, **values: Any) -> Problem:
        return Problem(self.code, row, offset, values)


class FileUnread(Exception):
    """Nothing can be taken from this file; the problem says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


NO_FILE = Trouble("M-01", "file")
FILE_EMPTY = Trouble("M-02", "file")
FILE_UNKNOWN = Trouble("M-03", "file")
FILE_TOO_LARGE = Trouble("M-04", "file")
FILE_DAMAGED = Trouble("M-05", "file")
FILE_LOCKED = Trouble("M-06", "file")
COLUMNS_UNKNOWN = Trouble("M-07", "file")
MAP_UNREAD = Trouble("M-08", "file")

RECORD_UNREAD = Trouble("M-10", "row")
RECORD_CUT_OFF = Trouble("M-11", "row")
LETTERS_UNREAD = Trouble("M-12", "row")
NAME_MISSING = Trouble("M-13", "row")
CELL_TOO_LONG = Trouble("M-14", "row")
COPIES_TOO_MANY = Trouble("M-15", "row")
NUMBER_OF_ANOTHER = Trouble("M-16", "row")
SAME_ISBN = Trouble("M-17", "row")
SAME_NAME = Trouble("M-18", "row")
SAME_SOURCE = Trouble("M-19", "row")
EDITION = Trouble("M-20", "row")
NUMBERS_USED_UP = Trouble("M-21", "row")
ROW_TOO_WIDE = Trouble("M-22", "row")

ISBN_WRONG = Trouble("M-30", "notice")
COUNT_UNREAD = Trouble("M-31", "notice")
NUMBER_NOT_OURS = Trouble("M-32", "notice")
MARK_UNREAD = Trouble("M-33", "notice")
SUMMARY_CUT = Trouble("M-34", "notice")
LENGTHS_MENDED = Trouble("M-35", "notice")
WORD_UNKNOWN = Trouble("M-36", "notice")
LETTERS_PRIVATE = Trouble("M-37", "notice")

MEMBER_NUMBER_UNREAD = Trouble("M-50", "row")
MEMBER_NAME_MISSING = Trouble("M-51", "row")
NUMBER_OF_ANOTHER_MEMBER = Trouble("M-52", "row")
DAY_UNREAD = Trouble("M-53", "row")
PHONE_UNREAD = Trouble("M-54", "notice")

COPY_NOT_HERE = Trouble("M-60", "row")
MEMBER_NOT_HERE = Trouble("M-61", "row")
LENT_TO_ANOTHER = Trouble("M-62", "row")
LENT_OTHERWISE = Trouble("M-63", "row")
DAYS_IMPOSSIBLE = Trouble("M-64", "row")
LENT_SINCE = Trouble("M-65", "row")
COPY_NOT_LENDABLE = Trouble("M-66", "row")

COURSE_NOT_HERE = Trouble("M-70", "row")
COURSE_DOUBTFUL = Trouble("M-71", "row")
SEAT_UNREAD = Trouble("M-72", "row")
COURSE_CALLED_OFF = Trouble("M-73", "row")
NO_SEAT_FREE = Trouble("M-74", "row")
ENROLLED_OTHERWISE = Trouble("M-75", "row")

TROUBLES: dict[str, Trouble] = {t.code: t for t in list(globals().values()) if isinstance(t, Trouble)}
DOUBTS = {"same_isbn": SAME_ISBN, "same_name": SAME_NAME, "same_source": SAME_SOURCE, "edition": EDITION}


def turned_away(problems: tuple[Problem, ...]) -> bool:
    return any(TROUBLES[problem.code].weight != "notice" for problem in problems)
