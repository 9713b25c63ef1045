"""Roles as a table: who may do what, and what nobody of a role may ever see."""

import pytest

from kiosk.domain.staff import MAY, ROLES, Action, Role, may


@pytest.mark.parametrize(
    ("action", "roles"),
    [
        ("lend", {"volunteer", "librarian", "manager"}),
        ("override", {"librarian", "manager"}),
        ("members", {"librarian", "manager"}),
        ("cases", {"librarian", "manager"}),
        ("check_in", {"volunteer", "librarian", "organiser", "manager"}),
        ("certificates", {"organiser", "manager"}),
        ("device", {"technician", "manager"}),
        ("import", {"librarian", "manager"}),
        ("labels", {"librarian", "manager"}),
        ("build_up", {"volunteer", "librarian", "manager"}),
        ("courier", {"volunteer", "librarian", "manager", "technician"}),
        ("policy", {"manager", "city"}),
        ("reports", {"manager", "city"}),
        ("chores", {"volunteer", "librarian", "manager"}),
        ("practise", {"volunteer", "librarian", "organiser", "manager"}),
    ],
)
def test_who_may(action: Action, roles: set[Role]) -> None:
    assert {role for role in ROLES if may(role, action)} == roles


def test_a_technician_never_sees_a_person() -> None:
    assert not {"lend", "return", "members", "cases", "attendance", "certificates"} & set(MAY["technician"])


def test_every_role_may_do_something_once() -> None:
    assert set(MAY) == set(ROLES)
    assert all(actions and len(actions) == len(set(actions)) for actions in MAY.values())
