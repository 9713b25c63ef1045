"""A second way to count: plain Python over the text of the facts, sharing nothing with the queries of reports."""

import json
from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any

HOUR_S = 3600
CAME = ("present", "late", "left_early", "unsettled")


def time(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


class Book:
    """Everything that was ever told, in its order."""

    def __init__(self, bodies: Iterable[str], hall: int = 1, offset: timedelta = timedelta(hours=8)) -> None:
        self.hall, self.offset = hall, offset
        self.members: dict[int, dict[str, Any]] = {}
        self.loans: dict[str, dict[str, Any]] = {}
        self.last: dict[str, str] = {}  # of each copy, its latest loan
        self.courses: dict[int, dict[str, Any]] = {}
        self.sessions: dict[int, dict[str, Any]] = {}
        self.stays: dict[tuple[int, int], dict[str, Any]] = defaultdict(lambda: {"result": "", "minutes": 0, "at": ""})
        self.certificates: dict[str, dict[str, Any]] = {}
        for body in bodies:
            fact = json.loads(body)
            known = getattr(self, fact["p"]["type"], None)
            if known:
                known(fact["p"], fact)

    def MemberAdded(self, p: dict[str, Any], _: Any) -> None:  # noqa: N802 - by the names of the facts
        self.members[p["member"]["member"]] = p["member"]

    def BookBorrowed(self, p: dict[str, Any], fact: Any) -> None:  # noqa: N802
        before = self.loans.get(self.last.get(p["copy"], ""))
        if before and before["how"] is None:
            before |= {"how": "implied", "by": fact["id"]}
        at = time(p.get("borrowed_at") or fact["at"])
        self.loans[fact["id"]] = p | {"at": at, "how": None, "before": self.last.get(p["copy"])}
        self.last[p["copy"]] = fact["id"]

    def BookReturned(self, p: dict[str, Any], fact: Any) -> None:  # noqa: N802
        loan = self.loans.get(self.last.get(p["copy"], ""))
        if loan and loan["how"] is None:
            loan |= {"how": "returned", "back": time(fact["at"]), "by": fact["id"]}

    def BorrowUndone(self, p: dict[str, Any], _: Any) -> None:  # noqa: N802
        loan = self.loans.get(self.last.get(p["copy"], ""))
        if loan and self.last[p["copy"]] == p["loan"] and loan["how"] is None:
            loan["how"] = "undone"
            before = self.loans.get(loan["before"] or "")
            self.last[p["copy"]] = loan["before"] or ""
            if before and before.get("by") == p["loan"]:
                before["how"] = None

    def ReturnUndone(self, p: dict[str, Any], _: Any) -> None:  # noqa: N802
        loan = self.loans.get(self.last.get(p["copy"], ""))
        if loan and loan["how"] == "returned" and loan["by"] == p["returned"]:
            loan["how"] = None

    def CourseSet(self, p: dict[str, Any], _: Any) -> None:  # noqa: N802
        self.courses[p["course"]["course"]] = p["course"]

    def SessionSet(self, p: dict[str, Any], _: Any) -> None:  # noqa: N802
        s = p["session"]
        self.sessions[s["session"]] = {"guests": 0, **s, "off": False}

    def SessionMoved(self, p: dict[str, Any], _: Any) -> None:  # noqa: N802
        self.sessions[p["session"]] |= {"starts_at": p["starts_at"], "ends_at": p["ends_at"]}

    def SessionCancelled(self, p: dict[str, Any], _: Any) -> None:  # noqa: N802
        self.sessions[p["session"]]["off"] = True

    def GuestCounted(self, p: dict[str, Any], _: Any) -> None:  # noqa: N802
        self.sessions[p["session"]]["guests"] += p.get("count", 1)

    def AttendanceEntered(self, p: dict[str, Any], fact: Any) -> None:  # noqa: N802
        stay = self.stays[p["session"], p["member"]]
        stay["at"] = stay["at"] or p.get("entered_at") or fact["at"]
        if stay["result"] not in CAME:
            stay["result"] = "late" if p.get("late") else "present"

    def AttendanceLeft(self, p: dict[str, Any], _: Any) -> None:  # noqa: N802
        self.add(p, p["minutes"])
        self.stays[p["session"], p["member"]]["result"] = "present"

    def ExitMissed(self, p: dict[str, Any], _: Any) -> None:  # noqa: N802
        self.add(p, p["minutes"])
        self.stays[p["session"], p["member"]]["result"] = "unsettled"

    def AttendanceCorrected(self, p: dict[str, Any], _: Any) -> None:  # noqa: N802
        stay = self.stays[p["session"], p["member"]]
        stay |= {"result": p["result"], "minutes": min(p["minutes"], self.length(p["session"]))}

    def CertificateIssued(self, p: dict[str, Any], _: Any) -> None:  # noqa: N802
        self.certificates[p["frozen"]["certificate"]] = dict(p["frozen"])

    def CertificateRevoked(self, p: dict[str, Any], _: Any) -> None:  # noqa: N802
        self.certificates[p["certificate"]]["revoked_on"] = p["on"]

    def add(self, p: dict[str, Any], minutes: int) -> None:
        stay = self.stays[p["session"], p["member"]]
        stay["minutes"] = max(stay["minutes"], min(stay["minutes"] + minutes, self.length(p["session"])))

    def length(self, session: int) -> int:
        s = self.sessions[session]
        return int((time(s["ends_at"]) - time(s["starts_at"])).total_seconds() // 60)

    def day(self, at: datetime) -> date:
        return (at + self.offset).date()

    def hours(self, session: int, minutes: int) -> int:
        course = self.courses[self.sessions[session]["course"]]
        return min(
            (minutes + course.get("hour_grace_min", 5)) * 2 // course.get("hour_min", 45) if minutes > 0 else 0,
            course.get("session_hours_max", 4) * 2,
        )

    def visits(self, first: date, last: date) -> list[int]:
        acts = [(x["member"], x["at"]) for x in self.loans.values() if x["how"] != "undone"]
        acts += [(x["member"], x["back"]) for x in self.loans.values() if x["how"] == "returned"]
        for (session, member), stay in self.stays.items():
            if stay["result"] in CAME:
                acts.append((member, time(stay["at"] or self.sessions[session]["starts_at"])))
        found, before = [], {}
        for member, at in sorted(acts, key=lambda act: act[1]):
            apart = before.get(member) is None or int(at.timestamp()) - int(before[member].timestamp()) > HOUR_S
            if apart and first <= self.day(at) <= last:
                found.append(member)
            before[member] = at
        return found

    def numbers(self, first: date, last: date, until: datetime) -> dict[str, int]:
        lent = [x for x in self.loans.values() if x["how"] != "undone" and first <= self.day(x["at"]) <= last]
        back = [x for x in self.loans.values() if x["how"] == "returned" and first <= self.day(x["back"]) <= last]
        held = {n for n, s in self.sessions.items() if not s["off"] and first <= self.day(time(s["starts_at"])) <= last}
        begun = {n for n in held if time(self.sessions[n]["starts_at"]) <= until}
        inside = {n for n, s in self.sessions.items() if first <= self.day(time(s["starts_at"])) <= last}
        came = {key: stay for key, stay in self.stays.items() if key[0] in inside and stay["result"] in CAME}
        given = [c for c in self.certificates.values() if first <= date.fromisoformat(c["issued_on"]) <= last]
        gone = [c for c in self.certificates.values() if "revoked_on" in c]
        home = [m for m in self.members.values() if m["home_hall"] == self.hall]
        joined = [date.fromisoformat(m["joined_on"]) for m in home if m.get("joined_on")]
        guests, visits = sum(self.sessions[n]["guests"] for n in begun), self.visits(first, last)
        return {
            "visits": len(visits) + guests,
            "visitors": len(set(visits)),
            "guests": guests,
            "loans": len(lent),
            "borrowers": len({x["member"] for x in lent}),
            "returns": len(back),
            "members": sum(not m.get("joined_on") for m in home) + sum(day <= last for day in joined),
            "new_members": sum(first <= day <= last for day in joined),
            "sessions": len(begun),
            "attendances": len(came),
            "learners": len({member for _, member in came}),
            "unsettled": sum(stay["result"] == "unsettled" for stay in came.values()),
            "half_hours": sum(self.hours(session, stay["minutes"]) for (session, _), stay in came.items()),
            "certificates": len(given),
            "certified": len({c["member"] for c in given}),
            "revoked": sum(first <= date.fromisoformat(c["revoked_on"]) <= last for c in gone),
        }
