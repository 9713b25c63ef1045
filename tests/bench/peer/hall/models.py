"""Models: one small record for each thing that happened, and the worker who lets a device in."""

import uuid
from typing import Any

from django.contrib.auth.models import AbstractBaseUser, UserManager
from django.db import models
from django.db.backends.signals import connection_created
from morango.models.core import SyncableModel
from morango.models.manager import SyncableModelManager


def quickly(connection: Any, **_: Any) -> None:
    """A log that is not synced at each commit: less than we ask of ourselves, and in the peer's favour."""
    for pragma in ("journal_mode = wal", "synchronous = normal"):
        connection.cursor().execute(f"pragma {pragma}")


connection_created.connect(quickly)


class Workers(SyncableModelManager, UserManager):
    pass


class Worker(AbstractBaseUser, SyncableModel):
    morango_profile, morango_model_name, USERNAME_FIELD = "hall", "worker", "username"
    username = models.CharField(max_length=20, unique=True)
    objects = Workers()

    def calculate_source_id(self) -> str:
        return self.username

    def calculate_partition(self) -> str:
        return "workers"

    def has_morango_certificate_scope_permission(self, *_: Any) -> bool:
        return True


class Happening(SyncableModel):
    morango_profile, morango_model_name = "hall", "happening"
    root = models.CharField(max_length=32)
    kind = models.CharField(max_length=32)
    copy = models.CharField(max_length=16)
    member = models.CharField(max_length=16)
    hall = models.CharField(max_length=16)
    at = models.BigIntegerField()
    due = models.CharField(max_length=16)
    policy = models.CharField(max_length=16)

    def calculate_source_id(self) -> str:
        return uuid.uuid4().hex

    def calculate_partition(self) -> str:
        return f"{self.root}:happenings"
