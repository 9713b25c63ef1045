"""Each role and each button of staff: what the role may do is shown, all else is not there and writes nothing."""

import pytest
from duties import on_duty
from halls import TestHall

from kiosk.domain.staff import ROLES, Action, Role, may
from kiosk.visit.doors import BEHIND, ORDER, PAGES, tabs
from kiosk.visit.screens import Desk, Doors, Home
from kiosk.visit.taps import TAPS

# Every button that only staff have, under the right that it needs.
GUARDED: dict[Action, tuple[str, ...]] = {
    "holds_shelf": ("hold_shelf", "cancel_kept"),
    "build_up": ("build_up", "unlist"),
    "stocktake": ("stocktake", "begin_stocktake", "titles", "title_desk", "title_again", "title_copy"),
    "copies": (
        *("ask_close", "close_stocktake", "title_blank", "title_write", "title_undo"),
        *("copy_add", "copy_ask", "copy_do"),
    ),
    "import": ("imports", "import_look", "import_column", "import_begin", "import_stop"),
    "labels": ("labels", "copy_labels", "labels_say", "labels_step", "labels_print"),
    "attendance": (
        *("roster", "roster_seat", "roster_reveal", "roster_correct", "roster_minutes"),
        *("roster_sheet", "roster_exits"),
    ),
    "courses": (
        "class_desk",
        "extra_chair",
        "lift_pause",
        "series",
        "series_like",
        "series_write",
        "series_step",
        "series_skip",
        "series_make",
    ),
    "certificates": (
        *("graduates", "graduate_reveal", "mark_work", "issue_certificates", "print_names", "print_batch"),
        *("certificate_register", "registered_reveal", "revoke_certificate", "supersede_certificate"),
        "print_registered",
    ),
    "policy": (
        *("rules", "rule_fill", "rule_save", "rule_back", "closing", "close_days", "open_days", "weekly_rest"),
        *("notices", "notice_say", "notice_move", "notice_post", "notice_down"),
    ),
    "lend": (
        *("counter", "counter_loans", "counter_done", "counter_leave", "counter_forget", "counter_why"),
        *("counter_why_say", "counter_pass", "counter_renew", "counter_renew_all", "counter_undo", "counter_day"),
        *("counter_slip", "counter_paper", "counter_paper_say", "counter_with", "overdue", "due_today"),
    ),
    "return": ("counter_damage", "counter_damage_say"),
    "members": (
        *("members", "member", "member_again", "member_reveal", "member_ask", "member_say", "member_do"),
        *("member_undo", "member_card", "member_compare", "member_merge", "member_part", "member_new"),
        *(
            "member_tell",
            "member_another",
            "to_tell",
            "told_them",
            "member_add",
            "member_joined",
            "new_card",
            "overdue_slips",
        ),
    ),
    "cases": ("cases", "case_choose", "case_later", "case_other", "case_settle", "case_reopen"),
    "chores": ("chores", "chore"),
    "practise": ("practise", "practise_begin"),
    "reports": ("reports", "report_step", "report_list", "report_close", "report_print", "report_save"),
    "staff": (
        *("audit", "colleagues", "staff_lost", "staff_left", "staff_pin", "staff_card", "staff_print"),
        *("staff_new", "staff_say", "staff_add"),
    ),
    "device": ("health", "take_logs", "backups", "restore_backup", "clean", "leave"),
}
# What everybody may press; staff who press it are asked again by the work that it leads to.
OPEN = set(
    """
    back back_to_finder basket cancel_hold care certificate check_in check_out choose course decide_print doors enrol
    fetch_at find finder finish give_back go_on help job leave_paper maintenance mended_read no_card open_class passport
    place_hold practice print_certificate print_passport programme rate receipt record remember_care renew renew_all
    resume_hold shelf suspend_hold title undo wake withdraw
    """.split()
)
EVERY = [(action, tap) for action, taps in GUARDED.items() for tap in taps]


def test_no_button_is_forgotten() -> None:
    guarded = [tap for _, tap in EVERY]
    assert set(guarded) | OPEN == set(TAPS) and not set(guarded) & OPEN and len(guarded) == len(set(guarded))


SAME_PAGE = {"labels_print"}  # prints only what is looked at, on its own page
LAST = {"clean": 61, "leave": 0}  # after these the page waits so many seconds, or for good


@pytest.mark.parametrize("role", ROLES)
def test_a_role_presses_every_button(hall: TestHall, role: Role) -> None:
    on_duty(hall, role)
    for action, tap in EVERY:
        shown = hall.tap(tap)
        assert isinstance(shown, Desk) != may(role, action) or tap in SAME_PAGE, tap
        assert may(role, action) or not hall.facts, tap
        hall.tick(LAST.get(tap, 0))
        assert isinstance(hall.tap("back"), Desk) or tap == "leave", tap


@pytest.mark.parametrize("role", ROLES)
def test_behind_each_tab_a_role_finds_its_own_doors_and_no_others(hall: TestHall, role: Role) -> None:
    on_duty(hall, role)
    guards = {tap: action for action, taps in GUARDED.items() for tap in taps}
    for tab, behind in BEHIND.items():
        assert all(guards[door.tap] == door.action for door in behind)
        screen = hall.tap("doors", tab=tab)
        assert isinstance(screen, Doors)
        there = tab in tabs(role)
        assert screen.doors == tuple(door.name for door in behind if may(role, door.action)) or not there
    assert all(guards[tap] == action for action, tap in PAGES.values())
    assert {tab for tab in PAGES if tab in tabs(role)} == {tab for tab in PAGES if may(role, PAGES[tab][0])}
    assert tabs(role) == tuple(tab for tab in ORDER if tab in tabs(role))


def test_nobody_on_duty_presses_any(hall: TestHall) -> None:
    for card in (None, "zhang"):
        if card:
            hall.scan(card)
        for _, tap in EVERY:
            assert isinstance(hall.tap(tap), Home) and not hall.facts, tap
