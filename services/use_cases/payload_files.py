"""Payloads in what a person hands in: files, folders, ZIP archives or a stream, byte for byte."""

import json
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

MEGABYTE = 1_000_000
_LINE_SUFFIXES = (".jsonl", ".ndjson")
_SUFFIXES = (".json", *_LINE_SUFFIXES)
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_WHITE_SPACE = b" \t\r\n"
_MOST_MEMBERS = 100_000
_MOST_BYTES_OF_AN_ARCHIVE = 8_000 * MEGABYTE


@dataclass(frozen=True, slots=True)
class Found:
    """One payload, or the sentence that says why there is none. `where` names it for a person."""

    where: str
    payload: bytes = b""
    problem: str | None = None


@dataclass(frozen=True)
class PayloadFiles:
    """Walks through what was handed in and never reads more than the limit at once."""

    limit_bytes: int

    def in_paths(
        self, paths: Sequence[Path], *, standard_input: IO[bytes] | None = None
    ) -> Iterator[Found]:
        """Yield every payload in files, folders (all JSON files below) and ZIP archives.

        The path `-` stands for `standard_input`.
        """
        for path in paths:
            if str(path) == "-" and standard_input is not None:
                yield from self.in_stream(standard_input, name="standard input")
            else:
                yield from self._in_path(path)

    def in_stream(self, stream: IO[bytes], *, name: str) -> Iterator[Found]:
        """Yield every payload in an open file, named `name` for its kind and for messages."""
        if PurePosixPath(name).suffix.lower() == ".zip":
            yield from self._in_archive(stream, name)
        elif PurePosixPath(name).suffix.lower() in _LINE_SUFFIXES:
            yield from self._in_lines(stream, name)
        else:
            yield from self._in_document(stream, name)

    def _in_path(self, path: Path) -> Iterator[Found]:
        if path.is_dir():
            files = sorted(
                file for file in path.rglob("*") if file.suffix.lower() in (*_SUFFIXES, ".zip")
            )
            if not files:
                yield Found(str(path), problem="holds no .json, .jsonl or .zip file.")
            for file in files:
                yield from self._in_path(file)
            return
        try:
            with path.open("rb") as stream:
                yield from self.in_stream(stream, name=str(path))
        except OSError as error:
            yield Found(str(path), problem=_why_unreadable(error))

    def _in_document(self, stream: IO[bytes], name: str) -> Iterator[Found]:
        content = stream.read(self.limit_bytes + 1)
        if len(content) > self.limit_bytes:
            yield Found(name, problem=self._too_large("The file"))
            return
        yield from _split(content, name)

    def _in_lines(self, stream: IO[bytes], name: str) -> Iterator[Found]:
        number = 0
        while line := stream.readline(self.limit_bytes + 1):
            number += 1
            where = f"{name}, line {number}"
            if len(line) > self.limit_bytes:
                yield Found(where, problem=self._too_large("The line"))
                return
            if stripped := line.removeprefix(_BYTE_ORDER_MARK).strip(_WHITE_SPACE):
                yield Found(where, stripped)

    def _in_archive(self, stream: IO[bytes], name: str) -> Iterator[Found]:
        try:
            with zipfile.ZipFile(stream) as archive:
                yield from self._in_members(archive, name)
        except zipfile.BadZipFile:
            yield Found(name, problem="This is not a ZIP archive, or it is damaged.")

    def _in_members(self, archive: zipfile.ZipFile, name: str) -> Iterator[Found]:
        members = [member for member in archive.infolist() if _may_hold_payloads(member.filename)]
        if not members:
            yield Found(name, problem="The archive holds no .json or .jsonl file.")
            return
        if len(members) > _MOST_MEMBERS:
            yield Found(name, problem=f"The archive holds more than {_MOST_MEMBERS:,} files.")
            return
        budget = _MOST_BYTES_OF_AN_ARCHIVE
        for member in members:
            where = f"{name}: {member.filename}"
            if problem := _why_refused(member):
                yield Found(where, problem=problem)
                continue
            for found in self._in_member(archive, member, where):
                budget -= len(found.payload)
                if budget < 0:
                    yield Found(name, problem="The archive unpacks to more than 8 GB; split it.")
                    return
                yield found

    def _in_member(
        self, archive: zipfile.ZipFile, member: zipfile.ZipInfo, where: str
    ) -> Iterator[Found]:
        # What the archive says of its sizes is not believed: reading stops at our own limit.
        try:
            with archive.open(member) as content:
                yield from self.in_stream(content, name=where)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError):
            yield Found(where, problem="This member of the archive is damaged.")
        except RuntimeError:
            yield Found(where, problem="This member is encrypted; unpack the archive first.")

    def _too_large(self, what: str) -> str:
        return (
            f"{what} is larger than {self.limit_bytes / MEGABYTE:,.0f} MB. Split it, "
            "or raise SCOREBAND_ANSWER_LIMIT_MEGABYTES."
        )


def _may_hold_payloads(name: str) -> bool:
    return name.lower().endswith((*_SUFFIXES, ".zip")) and not name.startswith("__MACOSX/")


def _why_refused(member: zipfile.ZipInfo) -> str | None:
    name = member.filename.replace("\\", "/")
    if name.startswith("/") or ".." in name.split("/") or ":" in name.split("/")[0]:
        return "The member's name leads out of the archive; it was not read."
    if name.lower().endswith(".zip"):
        return "An archive inside the archive is not read; unpack it first."
    return None


def _why_unreadable(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "There is no such file or folder."
    if isinstance(error, PermissionError):
        return "The file cannot be read: you lack the permission."
    return f"The file cannot be read: {error.strerror or 'the disk gave an error'}."


def _split(content: bytes, name: str) -> Iterator[Found]:
    """Yield one JSON object with all its bytes, or each element of an array with its own."""
    content = content.removeprefix(_BYTE_ORDER_MARK)
    beginning = content.lstrip(_WHITE_SPACE)
    if not beginning:
        yield Found(name, problem="The file is empty.")
    elif not beginning.startswith(b"["):
        yield from _object_or_lines(content, name)
    else:
        try:
            text = beginning.decode()
        except UnicodeDecodeError:
            yield Found(name, problem="The file is not UTF-8 text; save it as UTF-8.")
            return
        yield from _elements(text, name)


def _object_or_lines(content: bytes, name: str) -> Iterator[Found]:
    first, _, rest = content.strip(_WHITE_SPACE).partition(b"\n")
    if not (rest and _is_whole_object(first)):
        yield Found(name, content)
        return
    # JSON Lines under another name, as pipes give them.
    for number, line in enumerate(content.split(b"\n"), start=1):
        if stripped := line.strip(_WHITE_SPACE):
            yield Found(f"{name}, line {number}", stripped)


def _is_whole_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _elements(text: str, name: str) -> Iterator[Found]:
    decoder = json.JSONDecoder()
    position, number = _skip(text, 1, " \t\r\n"), 0
    while position < len(text) and text[position] != "]":
        number += 1
        try:
            _, end = decoder.raw_decode(text, position)
        except (ValueError, RecursionError):
            problem = (
                f"The array breaks off or is not JSON at element {number}; "
                "the elements before it were read."
            )
            yield Found(f"{name}, element {number}", problem=problem)
            return
        yield Found(f"{name}, element {number}", text[position:end].encode())
        position = _skip(text, end, " \t\r\n,")
    if position >= len(text):
        yield Found(name, problem=f"The array breaks off after element {number}.")
    elif number == 0:
        yield Found(name, problem="The array is empty.")


def _skip(text: str, position: int, what: str) -> int:
    while position < len(text) and text[position] in what:
        position += 1
    return position
