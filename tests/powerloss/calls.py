"""Calls: the log of strace as values, played on a disk."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct
from powerloss.disk import SHARED_MEMORY, Cut, Disk, File, Write

# All that makes, changes, moves or removes a file, so that a store that begins to use another call is noticed.
TRACED = (
    "open,openat,creat,close,lseek,write,pwrite64,writev,pwritev,pwritev2,ftruncate,truncate,fallocate,fsync,fdatasync,"
    "mkdir,mkdirat,rmdir,unlink,unlinkat,rename,renameat,renameat2,link,linkat,symlink,symlinkat,copy_file_range,sendfile"
)
STANDARD_OUTPUT = "1"
FINISHED = re.compile(r"(\w+)\((.*)\)\s+= (-?\d+)")
RESUMED = re.compile(r"^<\.\.\. \w+ resumed>")
UNFINISHED = "<unfinished ...>"
Argument = str | bytes


class UnknownCall(Exception):
    """The store does something to its files that the disk here does not know how to play."""


class Call(Struct, frozen=True):
    process: str
    name: str
    arguments: tuple[Argument, ...]
    result: int


def read_calls(log: Path) -> Iterator[Call]:
    """Each finished call; one that another thread interrupted is joined again."""
    begun: dict[str, str] = {}
    with log.open() as lines:
        for line in lines:
            thread, text = line.rstrip("\n").split(None, 1)
            if text.endswith(UNFINISHED):
                begun[thread] = text.removesuffix(UNFINISHED)
                continue
            if RESUMED.match(text):
                text = begun.pop(thread) + RESUMED.sub("", text)
            if found := FINISHED.match(text):
                yield Call(thread, found[1], tuple(argument(a) for a in found[2].split(", ")), int(found[3]))


def argument(text: str) -> Argument:
    """Strings are written wholly in hex, so that no comma or quote of theirs is in the way."""
    return bytes.fromhex(text[1:-1].replace("\\x", "")) if text.startswith('"') else text


class Handle:
    """An open file or folder of the recorded place, and where the next write goes."""

    def __init__(self, path: str, file: File | None) -> None:
        self.path, self.file, self.position = path, file, 0


class Player:
    """Plays the calls of processes of one thread each; what lies outside the place is none of its business."""

    def __init__(self, place: Path, disk: Disk) -> None:
        self.place, self.disk = f"{place}/", disk
        self.open: dict[tuple[str, str], Handle] = {}  # by process and number

    def play(self, call: Call) -> bool:
        """Whether the disk may now be found otherwise than before."""
        if call.result < 0:
            return False
        match call.name, call.arguments:
            case "openat", (_, bytes(path), str(flags), *_):
                return self.opened(path, flags, (call.process, str(call.result)))
            case "close", (str(number),):
                self.open.pop((call.process, number), None)
                return False
            case (("mkdir" | "unlink"), (bytes(path), *_)):
                return self.named(call.name, path)
            case "rename", (bytes(old), bytes(new)):
                return self.renamed(old, new)
            case _, (str(number), *_) if handle := self.open.get((call.process, number)):
                return self.handled(call, handle)
            case _, arguments if any(isinstance(a, bytes) and self.inside(a) is not None for a in arguments):
                raise UnknownCall(call.name)
        return False

    def inside(self, path: bytes) -> str | None:
        """The path from the place on; empty for the place itself."""
        text = os.fsdecode(path)
        if text + "/" == self.place:
            return ""
        return text.removeprefix(self.place) if text.startswith(self.place) else None

    def opened(self, path: bytes, flags: str, number: tuple[str, str]) -> bool:
        self.open.pop(number, None)
        inside = self.inside(path)
        if inside is None or inside.endswith(SHARED_MEMORY):
            return False
        if self.disk.is_folder(inside):
            self.open[number] = Handle(inside, None)
            return False
        fresh = inside not in self.disk.names
        file = self.disk.create(inside)
        handle = self.open[number] = Handle(inside, file)
        if "O_TRUNC" in flags and not fresh:
            self.disk.change(file, Cut(0))
        if "O_APPEND" in flags:
            handle.position = len(file.written)
        return fresh or "O_TRUNC" in flags

    def named(self, what: str, path: bytes) -> bool:
        inside = self.inside(path)
        if inside is None or inside.endswith(SHARED_MEMORY):
            return False
        if what == "mkdir":
            self.disk.names[inside] = None
        else:
            self.disk.names.pop(inside)
        return True

    def renamed(self, old: bytes, new: bytes) -> bool:
        was, now = self.inside(old), self.inside(new)
        if (was is None) != (now is None):
            raise UnknownCall("a rename into or out of the place")
        if was is not None and now is not None:
            self.disk.rename(was, now)
        return was is not None

    def handled(self, call: Call, handle: Handle) -> bool:
        file = handle.file
        match call.name, call.arguments:
            case (("fsync" | "fdatasync"), _) if file is None:
                self.disk.sync_folder(handle.path)
            case (("fsync" | "fdatasync"), _) if file:
                file.sync()
            case "pwrite64", (_, bytes(data), _, str(offset)) if file:
                self.disk.change(file, Write(int(offset), data[: call.result]))
            case "write", (_, bytes(data), _) if file:
                self.disk.change(file, Write(handle.position, data[: call.result]))
                handle.position += call.result
            case "ftruncate", (_, str(size)) if file:
                self.disk.change(file, Cut(int(size)))
            case "lseek", _:
                handle.position = call.result
                return False
            case _:
                raise UnknownCall(f"{call.name} on {handle.path}")
        return True


def said(call: Call) -> str | None:
    """A line that the recorded program said aloud."""
    match call.name, call.arguments:
        case "write", (number, bytes(line), _) if number == STANDARD_OUTPUT:
            return line.decode().strip()
    return None
