"""Bytecode: our pages compiled once, so that no start of any kiosk compiles them."""

import subprocess
from pathlib import Path


def compiled(pages: Path, into: Path, target: str) -> list[tuple[str, str]]:
    """Each page's bytecode goes beside it, where Qt looks for it first; with the folder that it goes to."""
    made = []
    for page in sorted(pages.rglob("*.qml")):
        bytecode = into / page.relative_to(pages).with_suffix(".qmlc")
        if not bytecode.exists() or bytecode.stat().st_mtime < page.stat().st_mtime:
            bytecode.parent.mkdir(parents=True, exist_ok=True)
            command = [compiler(), "--only-bytecode", "-o", str(bytecode), str(page)]
            subprocess.run(command, check=True)  # noqa: S603 - our own files
        made.append((str(bytecode), str(Path(target) / page.relative_to(pages).parent)))
    return made


def compiler() -> str:
    import PySide6

    found = Path(PySide6.__file__).parent / "Qt" / "libexec" / "qmlcachegen"
    return str(found if found.exists() else Path(PySide6.__file__).parent / "qmlcachegen.exe")
