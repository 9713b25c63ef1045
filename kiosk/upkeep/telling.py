"""Telling: who must still be told what, as a list for those who write messages or pick up the telephone."""

from collections.abc import Iterator

from kiosk.domain.members import MESSAGES, Answer
from kiosk.storage import inventory, programme, queries
from kiosk.storage.store import Store
from kiosk.words import Words, read

HEAD = ("会员号", "姓名", "要告诉的事", "书名或课程", "截止", "电话")
Row = tuple[str, ...]


def to_tell(store: Store) -> tuple[Row, Iterator[Row]]:
    """Whoever has scanned a card since has been told, and is not in it. The kiosk keeps no telephone number that it
    could give away: a column says whose consent lets somebody look it up, and whose does not."""
    words = read("zh_CN")

    def rows() -> Iterator[Row]:
        for answer, number in inventory.each_open_answer(store.db):
            details = queries.details(store.db, answer.member)
            if details is not None:
                until = answer.until.isoformat() if answer.until else ""
                what = (words.say(f"answers.{answer.about}"), about(store, answer), until)
                yield (number, details.name, *what, telephone(store, answer.member, words))

    return HEAD, rows()


def about(store: Store, answer: Answer) -> str:
    course = programme.course(store.db, answer.course) if answer.course else None
    title = queries.title(store.db, answer.title) if answer.title else None
    return course.title if course else title.name if title else ""


def telephone(store: Store, member: int, words: Words) -> str:
    agreed = MESSAGES in queries.consents(store.db, member)
    return words.say("to_tell.may_call" if agreed else "to_tell.may_not_call")
