"""Use case: a list of interviews as data, all its rows, in memory that does not grow with them."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

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


@dataclass(frozen=True)
class Extracts:
    """Reads lists from the cache alone and writes them as files."""

    store: Store
    titles: Mapping[str, str]
    """How vendors spell their names."""
    called: Called
    """Gives pseudonyms, see `Masks.candidates`."""

    @contextmanager
    def extract(self, ask: InterviewsAsk, *, masked: bool = False) -> Iterator[Extract]:
        """Read a list as it stands now; its parts are read while they are walked, in the block.

        Masked it has pseudonyms for names, and nothing that a vendor or customer wrote of a person.
        """
        reading = Reading(self.titles, self.called if masked else None)
        with self.store.extracting(ask.wanted, ask.sort) as found:
            yield Extract(
                columns=columns(masked=masked),
                total=found.total,
                instruments=tuple(
                    f"{self.titles.get(vendor, vendor)}, {version or 'no version named'}"
                    for vendor, version in found.instruments
                ),
                parts=(cells(part, reading) for part in found.parts),
            )

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


def _limits(instruments: Sequence[str]) -> tuple[str, ...]:
    several = (_SEVERAL,) if len(instruments) > 1 else ()
    return (*several, _LEVEL, _STATES, _VOICE)
