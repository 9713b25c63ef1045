"""doctor: exit codes and JSON as promised, on a machine whose parts are taken away one after another."""

import json
from typing import Any

from kiosk.storage.database import database_file


def parts(demo: Any) -> tuple[int, dict[str, dict[str, str]]]:
    done = demo.kiosk("doctor", "--json")
    said = json.loads(done.stdout)
    assert said["ok"] is (done.returncode == 0) is all(check["state"] != "fail" for check in said["checks"])
    return done.returncode, {check["name"]: check for check in said["checks"]}


def test_a_machine_that_loses_one_part_after_another(demo: Any) -> None:
    code, well = parts(demo)
    assert code == 0 and well["database"]["state"] == well["clock"]["state"] == "ok"
    assert all(bool(check["remedy"]) is (check["state"] in ("warn", "fail")) for check in well.values())
    (demo.folder / "device.toml").write_text("[sound]\nvolume = 'loud'\n")
    content = bytearray(database_file(demo.folder).read_bytes())
    content[4096 * 3 :] = bytes(len(content) - 4096 * 3)
    database_file(demo.folder).write_bytes(content)
    code, damaged = parts(demo)
    assert code == 1 and damaged["settings"]["state"] == damaged["database"]["state"] == "fail"
    assert "D-16" in damaged["database"]["message"] and damaged["fonts"]["state"] == "ok"
    demo.folder.with_name("data.key").unlink()
    assert "kiosk key restore" in parts(demo)[1]["keys"]["remedy"]
