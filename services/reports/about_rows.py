"""What a document says about itself, for formats that are data: labels with their values."""

from collections.abc import Iterator, Mapping
from typing import Any

from services.models import notation
from services.models.content import About
from services.models.table import Table

MASKED = "Names are replaced by pseudonyms."
SYNTHETIC = "Synthetic: invented people, made for trying the program out."


def about_rows(title: str, about: About, *, subtitle: str = "") -> Iterator[tuple[str, str]]:
    """Yield (label, value) in the order of reading; a label may come several times."""
    yield "Title", title
    if subtitle and subtitle != about.filters:
        yield "Subtitle", subtitle
    yield "Filters", about.filters
    yield "Made at", made_at_words(about)
    yield "Counted", about.counted
    yield from (("Instrument", each) for each in about.instruments)
    yield from (("Limit", each) for each in about.limits)
    if about.is_masked:
        yield "Names", MASKED
    if about.is_synthetic:
        yield "Data", SYNTHETIC
    yield "Made by", about.program


def about_table(title: str, about: About, *, subtitle: str = "") -> Table:
    """Return the same as a table."""
    return Table(columns=("About", ""), rows=tuple(about_rows(title, about, subtitle=subtitle)))


def about_mapping(about: About) -> Mapping[str, Any]:
    """Return the same as JSON has it, in a fixed order."""
    return {
        "filters": about.filters,
        "made_at": about.made_at,
        "counted": about.counted,
        "instruments": about.instruments,
        "limits": about.limits,
        "is_masked": about.is_masked,
        "is_synthetic": about.is_synthetic,
        "program": about.program,
    }


def made_at_words(about: About) -> str:
    """Say when, with the zone: "23 Nov 2026, 16:04 CET (UTC+01:00)"."""
    time = about.made_at
    name, offset = time.tzname() or "", f"{time:%z}"
    shift = "" if name == "UTC" else f"(UTC{offset[:3]}:{offset[3:5]})"
    # Zones without letters are named by their numbers, which say what the shift says.
    said = [name if name.isalpha() else "", shift]
    return " ".join((f"{notation.day(time)}, {time:%H:%M}", *filter(None, said)))
