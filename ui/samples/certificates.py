"""Invented screens of the passport, of certificates, of the printer, and of certificates that were scanned."""

from datetime import date

from msgspec.structs import replace

from kiosk.domain import refusals
from kiosk.visit.screens import (
    CertificatePreview,
    CertificateRow,
    CertificateShown,
    Frame,
    KindHours,
    Passport,
    PassportCourse,
    PinEntry,
    Printing,
    RecordRow,
    Refusal,
    Screen,
    Verified,
    VerifiedFacts,
)
from ui.samples.hall import DREAM, GUEST, LAW, MEMBER, due

NUMBER, OLDER, OLDEST = "2026-0001-000318", "2026-0001-000127", "2025-0001-000042"
SHOWN = CertificateShown(
    number=NUMBER,
    page="landscape",
    title="培训结业证明",
    subtitle="CERTIFICATE OF COMPLETION",
    name="张*三",
    greeting=" 学员：",
    lines=(
        "　　2026年3月2日至7月18日，参加本馆举办的“书法入门（楷书）”培训。课程共 24 学时，实际学习 22 学时，"
        "出勤 11 次（共 12 次），达到结业要求，准予结业。",
        "　　特此证明。",
    ),
    number_label="证明编号",
    issuer="临江市工人文化宫",
    issued="2026年7月18日",
    seal="（盖章处）",
    sample=True,
)
HOURS = replace(
    SHOWN,
    number=OLDER,
    page="portrait",
    title="学时证明",
    subtitle="STATEMENT OF LEARNING HOURS",
    name="",
    greeting="",
    lines=(
        "　　经查签到记录，张*三 的学习情况如下：",
        "学员姓名　张*三",
        "课程名称　智能手机摄影",
        "学习日期　2026年9月1日至11月17日",
        "实际学时　16 学时",
        "出勤次数　8 次（已开课 11 次）",
        "　　学时由签到、签退记录计算。特此证明。",
    ),
    sample=False,
)
PASSPORT = Passport(
    loans=(
        RecordRow("1", DREAM, due(3), 2, True),
        RecordRow("2", LAW, due(30), 2, True),
    ),
    books=27,
    evenings=18,
    hours=36,
    by_kind=(KindHours("class", 22), KindHours("lecture", 10), KindHours("exercise", 4)),
    courses=(
        PassportCourse("71", "智能手机摄影", "class", 16, 3.5, "on"),
        PassportCourse("72", "二胡入门", "class", 14, 0, "earned"),
        PassportCourse("73", "书法入门（楷书）", "class", 22, 0, "issued"),
        PassportCourse("74", "读书沙龙：一起读完一本厚书，每周日下午在职工书屋", "salon", 4, 0, "over"),
    ),
    certificates=(
        CertificateRow(NUMBER, "completion", "书法入门（楷书）", date(2026, 7, 18), "valid", 1),
        CertificateRow(OLDER, "hours", "智能手机摄影", date(2026, 11, 18), "superseded", 0),
        CertificateRow(OLDEST, "participation", "每周一讲", date(2025, 12, 30), "revoked", 2),
    ),
)
REVOKED = refusals.CERTIFICATE_REVOKED.because(on=date(2026, 9, 3), why="姓名登记有误")
REPLACED = refusals.CERTIFICATE_SUPERSEDED.because(by=NUMBER)
GONE = (REVOKED, REPLACED)
PRINTER = "一楼大厅服务台旁边的打印机"
ELSEWHERE = "一楼服务台，每天 9:00 到 17:00"
SHEET = Printing("certificate", NUMBER, "printing", "a", place=PRINTER, elsewhere=ELSEWHERE, certificate=SHOWN)
FACTS = VerifiedFacts(
    number=NUMBER,
    kind="completion",
    name="张小三",
    course="书法入门（楷书）",
    issuer="临江市工人文化宫",
    hours=22,
    from_on=date(2026, 3, 2),
    until_on=date(2026, 7, 18),
    issued_on=date(2026, 7, 18),
)
LONG_FACTS = replace(
    FACTS,
    name="阿卜杜热合曼·买买提吐尔逊",
    course="智能手机摄影与短视频剪辑：从入门到精通的职工夜校春季公益培训班第二期（周二晚）",
)

CERTIFICATES: dict[str, tuple[Screen, Frame]] = {
    "passport": (PASSPORT, MEMBER),
    "passport-none": (Passport((), 0, 0, 0, (), (), ()), MEMBER),
    "certificate": (CertificatePreview(SHOWN), MEMBER),
    "certificate-hours": (CertificatePreview(HOURS, printed=2, pin=False), MEMBER),
    "certificate-not": (CertificatePreview(SHOWN, 1, True, GONE), MEMBER),
    "certificate-pin": (PinEntry("certificate", "pin"), MEMBER),
    "printing-drawing": (replace(SHEET, way="drawing", job="", place=""), MEMBER),
    "printing": (SHEET, MEMBER),
    "printing-queued": (replace(SHEET, way="queued", ahead=3), MEMBER),
    "printing-done": (replace(SHEET, way="done"), MEMBER),
    "printing-no-paper": (replace(SHEET, way="paper_out", reason="no_paper"), MEMBER),
    "printing-jammed": (replace(SHEET, way="jammed", reason="jam"), MEMBER),
    "printing-waits": (replace(SHEET, way="waiting", reason="not_set_up"), MEMBER),
    "printing-away": (replace(SHEET, way="vanished", reason="unreachable"), MEMBER),
    "printing-passport": (replace(SHEET, purpose="passport", number="", certificate=None), MEMBER),
    "verified": (Verified("valid", FACTS, (), True), GUEST),
    "verified-long": (Verified("valid", LONG_FACTS, (), True), GUEST),
    "verified-revoked": (Verified("revoked", FACTS, (REVOKED,), True), GUEST),
    "verified-superseded": (Verified("superseded", FACTS, (REPLACED,), True), GUEST),
    "verified-unlisted": (Verified("unlisted", FACTS, (refusals.CERTIFICATE_NOT_LISTED.because(),)), GUEST),
    "verified-altered": (Verified("altered", None, (refusals.CERTIFICATE_ALTERED.because(),)), GUEST),
    "verified-unknown": (
        Verified("unknown_issuer", None, (refusals.CERTIFICATE_ISSUER_UNKNOWN.because(issuer="6f1d0b2c"),)),
        GUEST,
    ),
    "refusal-certificate": (Refusal("certificate", (REVOKED,)), MEMBER),
}
