"""Use case: a list of interviews as data, all its rows, in memory that does not grow with them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from services.cache.extract import Part
from services.cache.store import Store
from services.models import notation
from services.models.ask import InterviewsAsk
from services.models.content import Content
from services.models.export import ExportOptions, FinishedExport, Told, untold
from services.models.extract import Extract
from services.reports.extracting import Heading, write_extract
from services.reports.files import replacing
from services.use_cases.export_place import export_place
from services.use_cases.extract_columns import Called, Reading, cells, columns

_LEVEL = "Bands are the vendors' own intervals; their level is not stated."
_SEVERAL = "Several instruments: their numbers are not comparable with each other."
_STATES = (
    "An empty cell is nothing, never a zero: “Score state” says why there is no score; without "
    "“Integrity signals” none were collected."
)
_VOICE = "A score with a low speaker match is perhaps somebody else's: “Score remark” says so."
_SHARED: Final = ("assessment_version", "role", "interview_type", "label")
"""Texts of a vendor or a customer that many interviews share."""
Words = Callable[[Iterable[str]], Mapping[str, str]]


@dataclass(frozen=True)
class Extracts:
    """Reads lists from the cache alone and writes them as files."""

    store: Store
    titles: Mapping[str, str]
    """How vendors spell their names."""
    called: Called
    """Gives pseudonyms, see `Masks.candidates`."""
    words: Words
    """Hides names in what many interviews share, see `Masks.words`."""

    @contextmanager
    def extract(self, ask: InterviewsAsk, *, masked: bool = False) -> Iterator[Extract]:
        """Read a list as it stands now; its parts are read while they are walked, in the block.

        Masked it has pseudonyms for names, nothing that a vendor or customer wrote of a person, and
        nobody's whole name in roles, versions and the like.
        """
        reading = Reading(self.titles, self.called if masked else None)
        words = _remembering(self.words) if masked else None
        with self.store.extracting(ask.wanted, ask.sort) as found:
            yield Extract(
                columns=columns(masked=masked),
                total=found.total,
                instruments=tuple(self._instruments(found.instruments, words)),
                parts=(cells(_nameless(part, words), reading) for part in found.parts),
            )

    def _instruments(
        self, found: Iterable[tuple[str, str | None]], words: Words | None
    ) -> Iterator[str]:
        for vendor, version in found:
            said = words([version])[version] if words and version else version
            yield f"{self.titles.get(vendor, vendor)}, {said or 'no version named'}"

    def write(
        self,
        ask: InterviewsAsk,
        options: ExportOptions,
        target: Path,
        *,
        frame: Content,
        told: Told = untold,
    ) -> FinishedExport:
        """Write a list; `target` is a file, or a folder that gets one with the frame's own name.

        `frame` is the list's document, of which the title and what it says about itself are taken.

        Raises:
            InputError: the folder cannot be written.
            StorageError: the disk is full.
            DatabaseError: the cache cannot be read.
            ExportCancelledError: by `told`.
        """
        path = export_place(target, stem=frame.stem, suffix=f".{options.format}")
        told("Reading the interviews", None)
        with self.extract(ask, masked=options.masked) as extract, replacing(path) as beside:
            counted = notation.count(extract.total, "interview")
            about = replace(
                frame.about,
                counted=counted,
                instruments=extract.instruments,
                limits=_limits(extract.instruments),
            )
            heading = Heading(frame.title, about)
            write_extract(extract, beside, options=options, heading=heading, told=told)
            size = beside.stat().st_size
        return FinishedExport(path, frame.title, size, counted)


def _remembering(words: Words) -> Words:
    """Return the same that looks for names in each text once, in however many parts it comes."""
    known: dict[str, str] = {}

    def told(said: Iterable[str]) -> Mapping[str, str]:
        new = [each for each in said if each not in known]
        known.update(words(new) if new else {})
        return known

    return told


def _nameless(part: Part, words: Words | None) -> Part:
    """Return the part with names hidden in what many interviews share."""
    if words is None:
        return part
    hidden = {}
    for name in _SHARED:
        said = words({each for each in part[name] if each is not None})
        hidden[name] = tuple(map(said.get, part[name]))
    return {**part, **hidden}


def _limits(instruments: Sequence[str]) -> tuple[str, ...]:
    several = (_SEVERAL,) if len(instruments) > 1 else ()
    return (*several, _LEVEL, _STATES, _VOICE)
