"""Parts: what the bundle is made of, each with version and licence, as a CycloneDX list and a folder of licences."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution, distributions
from pathlib import Path
from typing import Any, NamedTuple
from uuid import NAMESPACE_URL, uuid5

LICENCE_FILES = ("licen", "copying", "notice", "authors")
LICENCE_NAMED = re.compile(r"^Licen[sc]e: *(\S.*)$", re.MULTILINE)
LICENCES = "/usr/share/doc/{package}/copyright"


class Part(NamedTuple):
    name: str
    version: str
    licence: str
    purl: str
    texts: tuple[Path, ...]


def parts_of(sources: Iterable[str]) -> list[Part]:
    """Every file of the bundle belongs to one Python package, to a Debian one, or to Python itself."""
    files = {str(Path(source).resolve()) for source in sources if source}
    found = [*python_packages(files), *debian_packages(files), python_itself()]
    return sorted(found, key=lambda part: (part.purl.split("/")[0], part.name.lower()))


def python_packages(files: set[str]) -> Iterator[Part]:
    for one in distributions():
        own = {str(Path(str(one.locate_file(file))).resolve()) for file in one.files or ()}
        if own & files:
            yield python_part(one)


def python_part(one: Distribution) -> Part:
    texts = [Path(str(one.locate_file(f))) for f in one.files or () if f.name.lower().startswith(LICENCE_FILES)]
    name, version = one.metadata["Name"], one.version
    there = tuple(text for text in texts if text.is_file())
    return Part(name, version, licence_of(one), f"pkg:pypi/{name.lower()}@{version}", there)


def licence_of(one: Distribution) -> str:
    """As the package says it: an expression, else its classifiers, else the first line of its own words."""
    classified = [c.rpartition(" :: ")[2] for c in one.metadata.get_all("Classifier") or () if c.startswith("License")]
    said = (one.metadata.get("License") or "").strip().splitlines()
    return one.metadata.get("License-Expression") or "; ".join(classified) or (said[0] if said else "see its licence")


def debian_packages(files: set[str]) -> Iterator[Part]:
    outside = sorted(f for f in files if f.startswith(("/usr/lib/", "/lib/")) and ".so" in f)
    known = {owner for file in outside if (owner := owner_of(file))}
    for package in sorted(known):
        version = said("dpkg-query", "-W", "-f", "${Version}", package)
        text = Path(LICENCES.format(package=package))
        yield Part(package, version, debian_licence(text), f"pkg:deb/debian/{package}@{version}", (text,))


def debian_licence(text: Path) -> str:
    """The short names that Debian's copyright file gives, each once."""
    named = LICENCE_NAMED.findall(text.read_text("utf-8", "replace")) if text.exists() else []
    return " AND ".join(dict.fromkeys(name.strip() for name in named)) or "see its copyright"


def owner_of(file: str) -> str:
    """Debian keeps some under /lib, some under /usr/lib, and both are the same folder."""
    for name in (file, file.removeprefix("/usr")):
        if owner := said("dpkg-query", "-S", name).partition(":")[0]:
            return owner
    return ""


def said(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - names of our own files
    return done.stdout.strip()


def python_itself() -> Part:
    version = ".".join(map(str, sys.version_info[:3]))
    text = Path(sys.base_prefix) / "lib" / f"python{version.rpartition('.')[0]}" / "LICENSE.txt"
    return Part("python", version, "PSF-2.0", f"pkg:generic/python@{version}", (text,) if text.exists() else ())


def bill(parts: list[Part], version: str) -> dict[str, Any]:
    """The same parts make the same list, byte for byte."""
    product = {"type": "application", "name": "hall-kiosk", "version": version, "bom-ref": f"hall-kiosk@{version}"}
    components = [
        {"type": "library", "bom-ref": part.purl, "name": part.name, "version": part.version, "purl": part.purl}
        | {"licenses": [{"license": {"name": part.licence}}]}
        for part in parts
    ]
    serial = uuid5(NAMESPACE_URL, json.dumps([part.purl for part in parts]) + version)
    head = {"bomFormat": "CycloneDX", "specVersion": "1.6", "serialNumber": f"urn:uuid:{serial}", "version": 1}
    return {
        **head,
        "metadata": {"component": product | {"licenses": [{"license": {"id": "GPL-3.0-or-later"}}]}},
        "components": components,
    }


def write(parts: list[Part], version: str, into: Path) -> None:
    """`sbom.cdx.json`, and for each part a folder with its licences."""
    into.mkdir(parents=True, exist_ok=True)
    (into / "sbom.cdx.json").write_text(json.dumps(bill(parts, version), indent=1, ensure_ascii=False) + "\n", "utf-8")
    for part in parts:
        folder = into / "licences" / f"{part.name}-{part.version}".replace(":", "_")
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "SAYS").write_text(f"{part.name} {part.version}: {part.licence}\n", "utf-8")
        for number, text in enumerate(part.texts):
            name = text.name if number == 0 else f"{text.parent.name}-{number}-{text.name}"
            shutil.copyfile(text, folder / name)
