"""The peer's programs, run by its own Python: `found`, `serve PORT`, `push URL ROOT COUNT MORE`, `pull URL ROOT`."""

import json
import os
import sys
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
os.environ["DJANGO_SETTINGS_MODULE"] = "settings"

import django

django.setup()

from django.core.management import call_command
from django.core.wsgi import get_wsgi_application
from django.db import transaction
from hall.models import Happening, Worker
from morango.models.certificates import Certificate, Filter, ScopeDefinition
from morango.sync import controller

NAME, WORD = "admin", "word"
controller.sleep = lambda _: None  # it waits between its questions; only its work is to be measured


def found() -> str:
    call_command("migrate", verbosity=0, run_syncdb=True)
    ScopeDefinition.objects.create(
        id="all",
        profile="hall",
        version=1,
        primary_scope_param_key="hall",
        description="hall ${hall}",
        read_filter_template="",
        write_filter_template="",
        read_write_filter_template="${hall}",
    )
    root = Certificate.generate_root_certificate("all")
    worker = Worker(username=NAME)
    worker.set_password(WORD)
    worker.save()
    return str(root.id)


def serve(port: str) -> None:
    from wsgiref.simple_server import WSGIRequestHandler, make_server

    class Silent(WSGIRequestHandler):
        def log_message(self, *_: Any) -> None:
            """Nothing."""

    make_server("127.0.0.1", int(port), get_wsgi_application(), handler_class=Silent).serve_forever()


def happen(root: str, count: int) -> None:
    with transaction.atomic():
        for n in range(count):
            kind = "BookReturned" if n % 2 else "BookBorrowed"
            Happening.objects.create(
                root=root,
                kind=kind,
                copy=f"20001{n // 2:08}",
                member=str(1000 + n % 5000),
                hall="1",
                at=n,
                due="2026-12-21",
                policy="default",
            )


class Line:
    """A device that has been let in by the hub at `url`."""

    def __init__(self, url: str, root: str) -> None:
        self.network = controller.MorangoProfileController("hall").create_network_connection(url)
        self.theirs = self.network.get_remote_certificates(root, "all")[0]
        self.ours = self.network.certificate_signing_request(
            self.theirs, "all", {"hall": root}, userargs=NAME, password=WORD
        )
        self.filter = Filter(root)

    def timed(self, way: str) -> float:
        began = time.perf_counter()
        session = self.network.create_sync_session(self.ours, self.theirs)
        client = session.get_push_client() if way == "push" else session.get_pull_client()
        client.initialize(self.filter)
        client.run()
        client.finalize()
        return time.perf_counter() - began


def main(what: str, *rest: str) -> Any:
    if what == "found":
        return found()
    if what == "serve":
        return serve(rest[0])
    line = Line(*rest[:2])
    if what == "pull":
        took = line.timed("pull")
        return {"pull_s": took, "records": Happening.objects.count()}
    count, more = int(rest[2]), int(rest[3])
    happen(rest[1], count)
    push = line.timed("push")
    happen(rest[1], more)
    return {"push_s": push, "more_s": line.timed("push"), "idle_s": line.timed("push")}


print(json.dumps(main(*sys.argv[1:])))
