"""Migrations: bring a database of any earlier version to the present one, or leave it untouched."""

from typing import Any

from sqlite_utils import Database, Migrations

from kiosk.storage.rebuilding import begin_again_unless_whole, rebuild
from kiosk.storage.tables import TABLES, create_all
from kiosk.storage.versions import WANTED_VERSION

local = Migrations("kiosk")


@local()
def m001_facts_and_keys(db: Any) -> None:
    """`position` is the order on this disk, generation and seq the place in the device's own chain."""
    db["facts"].create(
        {"position": int, "generation": int, "seq": int, "type": str, "body": str, "hash": bytes},
        pk="position",
        not_null={"generation", "seq", "type", "body", "hash"},
        strict=True,
    )
    db["device"].create(
        {"device": str, "generation": int, "hall": int, "key_id": bytes},
        pk="device",
        not_null={"generation", "hall"},
        strict=True,
    )
    db["keys"].create(
        {"key_id": bytes, "role": str, "public": bytes, "private": bytes}, pk="key_id", not_null={"role"}, strict=True
    )
    db["sample_cards"].create({"number": str, "text": str}, pk="number", not_null={"text"}, strict=True)
    db["member_keys"].create({"member": int, "key": bytes}, pk="member", not_null={"key"}, strict=True)


@local()
def m002_wrong_pins(db: Any) -> None:
    """`who` is a keyed hash of the number that was typed."""
    db["pin_tries"].create({"who": str, "wrong": int, "until": str}, pk="who", not_null={"wrong"}, strict=True)


@local()
def m003_salvaged(db: Any) -> None:
    """Facts that a salvage found and could not put in their place; after `id` the same columns as `facts`."""
    db["salvaged"].create(
        {"id": int, "position": int, "generation": int, "seq": int, "type": str, "body": str, "hash": bytes},
        pk="id",
        strict=True,
    )


@local()
def m004_print_jobs(db: Any) -> None:
    """What waits for paper; `pdf` is there until it is printed or cancelled."""
    db["print_jobs"].create(
        {
            "id": str,
            "purpose": str,
            "what": str,
            "role": str,
            "state": str,
            "reason": str,
            "attempts": int,
            "made_at": str,
            "since": str,
            "cups_job": int,
            "wish": str,
            "generation": int,
            "pdf": bytes,
        },
        pk="id",
        not_null={"purpose", "what", "role", "state", "reason", "attempts", "made_at", "since", "wish", "generation"},
        strict=True,
    )


@local()
def m005_hub(db: Any) -> None:
    """What the hub has said, as it said it; and where in this kiosk's own chain a fact is found."""
    db["hub_line"].create({"id": int, "body": str}, pk="id", not_null={"body"}, strict=True)
    db["hub_rows"].create(
        {"row_table": str, "row_key": str, "subject": str, "body": bytes, "sealed": bytes, "member": int, "stale": int},
        pk=("row_table", "row_key"),
        not_null={"subject"},
        strict=True,
    )
    db["hub_rows"].create_index(["subject"])
    db["facts"].create_index(["generation", "seq"])


@local()
def m006_joined(db: Any) -> None:
    """The hub's certificate and this device's, read when the hub is spoken to and never at a visit."""
    db["joined"].create({"id": int, "body": str}, pk="id", not_null={"body"}, strict=True)


@local()
def m007_block_list(db: Any) -> None:
    """One row: cards of other halls that are not to be believed, as the hub has signed them."""
    db["block_list"].create({"id": int, "body": bytes}, pk="id", not_null={"body"}, strict=True)


def migrate(db: Any) -> None:
    """Facts and local tables step by step; then the rows, wholly anew, since the facts say what they are."""
    local.apply(Database(db))
    db.execute("begin immediate")
    try:
        for table in TABLES.values():
            db.execute(f"drop table if exists {table}")
        for sql in create_all():
            db.execute(sql)
        begin_again_unless_whole(db)
        rebuild(db, db)
        db.execute(f"pragma user_version = {WANTED_VERSION}")
        db.execute("commit")
    except BaseException:
        db.execute("rollback")
        raise
