"""Commands for what was told at two places and does not fit together: cases list, show, settle, reopen."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

import click
import msgspec

from kiosk import words
from kiosk.cli.folder import data_option, json_option, key_option, say, store_of
from kiosk.cli.refusing import say_no
from kiosk.devices.clock import SystemClock
from kiosk.domain.cases import ANSWERS, NOTE_MAX, Case, answer_reasons, reopen_reasons, weekly
from kiosk.domain.classes import local
from kiosk.domain.contradictions import OFFSET_MIN
from kiosk.domain.facts import CaseReopened, CaseSettled
from kiosk.domain.refusals import ROLE_MAY_NOT, Reason
from kiosk.domain.staff import Staff, may
from kiosk.storage import cases as stored, queries
from kiosk.storage.cases import CaseStory, Line
from kiosk.storage.store import Store


class Desk(Protocol):
    """Where cases are looked at and decided: a kiosk, or the hub itself."""

    def all_cases(self) -> tuple[Case, ...]: ...
    def case(self, key: str) -> Case | None: ...
    def staff(self, number: str) -> Staff | None: ...
    def story(self, found: Case) -> CaseStory: ...
    def tell(self, case: Case, happening: CaseSettled | CaseReopened, actor: str) -> Case: ...


class KioskDesk:
    """What is decided here travels to the hub, which carries it out."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def all_cases(self) -> tuple[Case, ...]:
        return stored.all_cases(self.store.db)

    def case(self, key: str) -> Case | None:
        return stored.case(self.store.db, key)

    def staff(self, number: str) -> Staff | None:
        return queries.staff_numbered(self.store.db, number)

    def story(self, found: Case) -> CaseStory:
        return stored.story(self.store.db, found)

    def tell(self, case: Case, happening: CaseSettled | CaseReopened, actor: str) -> Case:
        self.store.record(happening, moment=SystemClock().now(), actor=actor)
        return stored.case(self.store.db, case.key) or case


def where_options(command: Callable[..., None]) -> Callable[..., None]:
    hub = click.option("--hub", type=click.Path(file_okay=False, path_type=Path), help="The hub's folder 数据中心目录.")
    database = click.option("--database", default="", help="The hub's PostgreSQL, postgresql://... 数据中心的数据库.")
    return data_option(key_option(hub(database(json_option(command)))))


@contextmanager
def desk_of(folder: Path | None, key_path: Path | None, hub: Path | None, database: str) -> Iterator[Desk]:
    if hub is None and not database:
        store = store_of(folder, key_path)
        try:
            yield KioskDesk(store)
        finally:
            store.close()
        return
    yield hub_desk(hub, key_path, database)


def hub_desk(hub: Path | None, key_path: Path | None, database: str) -> Desk:
    """Imported late: a kiosk has no need of a hub's libraries."""
    from kiosk.hub.case_desk import CaseDesk
    from kiosk.hub.database import FILE, in_file, in_postgres
    from kiosk.storage.database import StorageFault, key_file, read_key

    if database:
        return CaseDesk(in_postgres(database), lambda: SystemClock().now().at)
    if hub is None or not (hub / FILE).exists():
        raise StorageFault("D-06", f"there is no hub in {hub}")
    engine = in_file(hub / FILE, read_key(key_path or key_file(hub.absolute())))
    return CaseDesk(engine, lambda: SystemClock().now().at)


@click.group()
def cases() -> None:
    """What two kiosks told that does not fit together, to be decided by staff 两处说法对不上的事，由馆员定."""


@cases.command("list")
@click.option("--all", "everything", is_flag=True, help="Also what is decided or has settled itself 连同已办的.")
@where_options
def list_cases(everything: bool, as_json: bool, **where: Any) -> None:
    """What waits for a decision 等着定的事."""
    with desk_of(**where) as desk:
        found = desk.all_cases()
        told = [desk.story(case) for case in found if everything or case.open]
        weeks = weekly(found, SystemClock().now().at)
    answer = {"open": sum(case.open for case in found), "weeks": weeks, "cases": [as_row(story) for story in told]}
    lines = "\n\n".join(in_words(story) for story in told)
    say(answer, as_json=as_json, for_people=lines or "没有要定的事 / nothing waits for a decision")


@cases.command()
@click.argument("key")
@where_options
def show(key: str, as_json: bool, **where: Any) -> None:
    """One case: what happened where and when, what may be answered, and what is proposed 看一件."""
    with desk_of(**where) as desk:
        found = desk.case(key)
        if found is None:
            say_no(answer_reasons(None, "", ""), as_json=as_json)
        story = desk.story(found)
    say(as_row(story), as_json=as_json, for_people=in_words(story))


staff_option = click.option("--staff", "actor", required=True, help="The number of whoever decides 工号.")
note_option = click.option("--note", default="", help=f"Up to {NOTE_MAX} characters 说明.")


@cases.command()
@click.argument("key")
@click.argument("answer")
@staff_option
@note_option
@where_options
def settle(key: str, answer: str, actor: str, note: str, as_json: bool, **where: Any) -> None:
    """Decide; the hub carries it out, and reopen takes it back 定下来，可以反悔."""
    with desk_of(**where) as desk:
        found = desk.case(key)
        refuse_any(desk, actor, answer_reasons(found, answer, note), as_json=as_json)
        assert found
        told = desk.story(desk.tell(found, CaseSettled(key, answer, note), actor))
    say(as_row(told), as_json=as_json, for_people=in_words(told))


@cases.command()
@click.argument("key")
@staff_option
@note_option
@where_options
def reopen(key: str, actor: str, note: str, as_json: bool, **where: Any) -> None:
    """The decision was wrong: what followed from it is taken back 重新定."""
    with desk_of(**where) as desk:
        found = desk.case(key)
        refuse_any(desk, actor, reopen_reasons(found, note), as_json=as_json)
        assert found
        told = desk.story(desk.tell(found, CaseReopened(key, note), actor))
    say(as_row(told), as_json=as_json, for_people=in_words(told))


def refuse_any(desk: Desk, actor: str, reasons: tuple[Reason, ...], *, as_json: bool) -> None:
    staff = desk.staff(actor)
    if staff is None or not may(staff.role, "cases"):
        reasons += (ROLE_MAY_NOT.because(number=actor),)
    if reasons:
        say_no(reasons, as_json=as_json)


def as_row(story: CaseStory) -> dict[str, Any]:
    plain: dict[str, Any] = msgspec.to_builtins(story.case)
    lines = [{**msgspec.to_builtins(line.evidence), "place": line.place, "who": line.who} for line in story.lines]
    return {**plain, "title": story.title, "evidence": lines, "answers": ANSWERS[story.case.kind]}


def in_words(story: CaseStory) -> str:
    """As one librarian would tell it to another."""
    spoken, case = words.read("zh_CN"), story.case
    of_book = spoken.say("case.of_book", title=story.title, copy=case.subject.split(" ", 1)[1]) if story.title else ""
    head = [f"{case.key}  {spoken.say(f'case.state_{case.state}')}", spoken.say(f"case.{case.kind}.text") + of_book]
    answers = [answer_line(spoken, case, answer) for answer in ANSWERS[case.kind]] if case.open else []
    because = [spoken.say("case.because", why=spoken.say(f"case.{case.kind}.because"))] if case.open else []
    return "\n".join(
        [*head, *(line_of(spoken, line) for line in story.lines), *because, *answers, *decided(spoken, case)]
    )


def line_of(spoken: words.Words, line: Line) -> str:
    e = line.evidence
    at, latest = (local(moment, OFFSET_MIN).strftime("%Y-%m-%d %H:%M") for moment in (e.at, e.latest))
    when = at if at == latest else spoken.say("case.between", first=at, last=latest)
    parts = (when, line.place, e.device.strip("-"), spoken.say(f"case.what.{e.what}"), line.who)
    return "  " + "  ".join(part for part in parts if part)


def answer_line(spoken: words.Words, case: Case, answer: str) -> str:
    mark = "＊" if answer == case.proposed else "　"
    return f"{mark}{answer}  {spoken.say(f'case.answer.{answer}')}"


def decided(spoken: words.Words, case: Case) -> list[str]:
    lines = []
    if case.state == "settled" and case.decided_at:
        at = local(case.decided_at, OFFSET_MIN).strftime("%Y-%m-%d %H:%M")
        answer = spoken.say(f"case.answer.{case.answer}")
        lines.append(spoken.say("case.decided", when=at, who=case.decided_by, answer=answer))
    return lines + ([spoken.say(f"case.why_{case.why}")] if case.why else [])
