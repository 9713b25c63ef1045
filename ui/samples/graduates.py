"""Invented screens of staff who issue certificates."""

from datetime import date

from msgspec.structs import replace

from kiosk.domain import refusals
from kiosk.visit.screens import (
    CertificateRegister,
    Frame,
    Graduate,
    Graduates,
    Printing,
    Registered,
    Screen,
    TaughtCourse,
)
from ui.samples.certificates import ELSEWHERE, HOURS, NUMBER, OLDER, OLDEST, PRINTER, SHOWN
from ui.samples.desk import STAFF

PHOTO = TaughtCourse("71", "智能手机摄影", "class", date(2026, 11, 17), over=True)
COURSES = (
    PHOTO,
    TaughtCourse("73", "书法入门（楷书）", "class", date(2026, 7, 18), over=True),
    TaughtCourse("75", "智能手机摄影与短视频剪辑：从入门到精通的职工夜校春季班", "class", date(2026, 6, 30), over=True),
    TaughtCourse("72", "二胡入门", "class", date(2026, 12, 22)),
    TaughtCourse("76", "每周一讲", "lecture", date(2026, 12, 28)),
)
NAMES = "陈*明 林* 何*芳 郭* 马*芳 欧阳** 阿***·买*** 宋*梅 郑*国 谢* 韩*玲 唐*".split()
FEW = refusals.ATTENDANCE_MISSING.because(came=6, sessions=12)
UNMARKED = refusals.MARK_MISSING.because(mark={"word": "mark.handed_in"})
NAMELESS = refusals.NAME_UNKNOWN.because()
EARNED = tuple(
    Graduate(str(n), name, f"{1000 + n}", 22, 11, 12, "earned", ("handed_in", "")[n % 2])
    for n, name in enumerate(NAMES)
)
MISSING = (
    Graduate("21", "冯*山", "0231", 12, 6, 12, "missing", reasons=(FEW,)),
    Graduate("22", "于*", "0417", 12, 6, 12, "missing", reasons=(FEW, UNMARKED, NAMELESS)),
    Graduate("23", "董*", "0502", 22, 11, 12, "missing", reasons=(UNMARKED,)),
)
ISSUED = tuple(replace(one, state="issued", certificate=f"2026-0001-{318 + n:06}") for n, one in enumerate(EARNED[:9]))
LISTED = Graduates(PHOTO, view="earned", rows=EARNED, earned=12, missing=3, issued=0)
GIVEN = Graduates(PHOTO, view="issued", rows=ISSUED, missing=3, issued=9, unprinted=9, given=9)
RARE = refusals.CHARACTER_NOT_IN_FONTS.because(point="U+E816", place=2, what={"word": "paper.name"}, text="张□三")
BATCH = Printing(
    "batch", "71", "printing", "a", place=PRINTER, elsewhere=ELSEWHERE, staff=True, sheets=12, out=4, at=NUMBER
)
ROW = Registered(NUMBER, "张*三", "73", "书法入门（楷书）", "completion", date(2026, 7, 18), "valid", 1)
REPLACED = replace(ROW, number=OLDER, state="superseded", replaced_by=NUMBER, printed=0, name="欧阳**")
ENDED = replace(
    ROW,
    number=OLDEST,
    state="revoked",
    name="",
    revoked_on=date(2026, 9, 3),
    revoked_why="姓名登记有误：应为张晓三",
)
ENDED_REASON = refusals.CERTIFICATE_REVOKED.because(on=date(2026, 9, 3), why=ENDED.revoked_why)
OTHERS = tuple(replace(ROW, number=f"2026-0001-{90 - n:06}", name=name, printed=0) for n, name in enumerate(NAMES))
ROWS = (ROW, REPLACED, ENDED, *OTHERS)
REGISTER = CertificateRegister("", "0123456789ABCFGHLMNOSTXYZ", ROWS, 4318)

GRADUATES: dict[str, tuple[Screen, Frame]] = {
    "graduates-courses": (Graduates(courses=COURSES), STAFF),
    "graduates": (LISTED, STAFF),
    "graduates-missing": (replace(LISTED, view="missing", rows=MISSING), STAFF),
    "graduates-issued": (GIVEN, STAFF),
    "graduates-stopped": (replace(GIVEN, given=8, why_not=(RARE,)), STAFF),
    "graduates-hand": (replace(LISTED, chosen=EARNED[0]), STAFF),
    "graduates-hand-not": (replace(LISTED, view="missing", chosen=MISSING[1], revealed="于大海"), STAFF),
    "register": (REGISTER, STAFF),
    "register-one": (replace(REGISTER, chosen=ROW, certificate=SHOWN), STAFF),
    "register-replaced": (replace(REGISTER, chosen=REPLACED, certificate=HOURS), STAFF),
    "register-revoked": (replace(REGISTER, chosen=ENDED, certificate=SHOWN, why_not=(ENDED_REASON,)), STAFF),
    "register-find": (CertificateRegister("zx", "SY", ROWS[:2], 2), STAFF),
    "register-none": (CertificateRegister("q"), STAFF),
    "printing-batch": (BATCH, STAFF),
    "printing-names": (replace(BATCH, purpose="names", sheets=1, out=0, at="", way="queued"), STAFF),
}
