"""Which columns a list of interviews has as data, and what stands in each of their cells."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from services.cache.extract import Part
from services.models.extract import ColumnKind, ExtractCell, ExtractColumn
from services.models.language import SpeakerMatch
from services.models.score import ScoreState

NO_LEVEL: Final = "vendor interval, level not stated"
NO_BAND: Final = "no band given"
HALF_A_BAND: Final = "only one end of the band given"
DOUBTFUL: Final = "speaker match low: perhaps somebody else than the candidate was scored"

Called = Callable[[Sequence[str], Sequence[str | None]], Sequence[str]]
"""Gets our ids and the addresses of interviews; returns what their candidates are called."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What cells are made with beside the rows themselves."""

    titles: Mapping[str, str]
    """How vendors spell their names."""
    called: Called | None = None
    """Gives pseudonyms; None: everybody under their own name."""


@dataclass(frozen=True, slots=True)
class _Column:
    name: str
    kind: ColumnKind
    cells: Callable[[Part, Reading], Sequence[ExtractCell]]
    is_masked_out: bool = False
    """Whether it says, or may say, who somebody is."""
    is_pseudonym: bool = False


def columns(*, masked: bool) -> tuple[ExtractColumn, ...]:
    """Return the columns; masked ones name nobody."""
    return tuple(ExtractColumn(name=each.name, kind=each.kind) for each in _chosen(masked=masked))


def cells(part: Part, reading: Reading) -> Sequence[Sequence[ExtractCell]]:
    """Return the cells of one part, column by column in the order of `columns`."""
    chosen = _chosen(masked=reading.called is not None)
    return [each.cells(part, reading) for each in chosen]


def _chosen(*, masked: bool) -> Iterator[_Column]:
    return (each for each in _COLUMNS if not (each.is_masked_out if masked else each.is_pseudonym))


def _plain(field: str) -> Callable[[Part, Reading], Sequence[ExtractCell]]:
    def found(part: Part, _: Reading) -> Sequence[ExtractCell]:
        return part[field]

    return found


def _word(field: str) -> Callable[[Part, Reading], Sequence[ExtractCell]]:
    """Return our own words of a closed vocabulary as a reader writes them: "no show"."""

    def found(part: Part, _: Reading) -> Sequence[ExtractCell]:
        known: dict[Any, str | None] = {None: None}
        for word in set(part[field]) - {None}:
            known[word] = str(word).replace("_", " ")
        return [known[word] for word in part[field]]

    return found


def _vendors(part: Part, reading: Reading) -> Sequence[ExtractCell]:
    return [reading.titles.get(each, each) for each in part["vendor"]]


def _pseudonyms(part: Part, reading: Reading) -> Sequence[ExtractCell]:
    return reading.called(part["id"], part["candidate_email"]) if reading.called else ()


def _scored(field: str) -> Callable[[Part, Reading], Sequence[ExtractCell]]:
    """Return numbers of scores only: a vendor's 0 (0 to 0) for "not evaluated" is none of them."""

    def found(part: Part, _: Reading) -> Sequence[ExtractCell]:
        pairs = zip(part[field], part["state"], strict=True)
        return [number if state is ScoreState.SCORED else None for number, state in pairs]

    return found


def _remarks(part: Part, _: Reading) -> Sequence[ExtractCell]:
    said = zip(*(part[name] for name in ("state", "lower", "upper", "match")), strict=True)
    return [_remark(*each) for each in said]


def _remark(
    state: ScoreState, lower: float | None, upper: float | None, match: SpeakerMatch | None
) -> str | None:
    if state is not ScoreState.SCORED:
        return None
    ends = (lower is not None) + (upper is not None)
    said = (NO_BAND, HALF_A_BAND, NO_LEVEL)[ends]
    return f"{said}; {DOUBTFUL}" if match is SpeakerMatch.LOW else said


_TEXT, _NUMBER = ColumnKind.TEXT, ColumnKind.NUMBER
_COLUMNS: Final = (
    _Column("Interview", _TEXT, _plain("id"), is_masked_out=True),
    _Column("Candidate", _TEXT, _pseudonyms, is_pseudonym=True),
    _Column("Candidate name", _TEXT, _plain("candidate_name"), is_masked_out=True),
    _Column("Candidate e-mail", _TEXT, _plain("candidate_email"), is_masked_out=True),
    _Column("Vendor", _TEXT, _vendors),
    _Column("Vendor interview", _TEXT, _plain("vendor_interview_id"), is_masked_out=True),
    _Column("Assessment version", _TEXT, _plain("assessment_version")),
    _Column("Role", _TEXT, _plain("role")),
    _Column("Interview type", _TEXT, _plain("interview_type")),
    _Column("Status", _TEXT, _word("status")),
    # What vendors write here is free text, and some of them write names into it.
    _Column("Vendor status", _TEXT, _plain("vendor_status"), is_masked_out=True),
    _Column("Outcome", _TEXT, _word("outcome")),
    _Column("Vendor outcome", _TEXT, _plain("vendor_outcome"), is_masked_out=True),
    _Column("Date (UTC)", ColumnKind.MOMENT, _plain("happened_at")),
    _Column("Duration (s)", _NUMBER, _plain("duration_s")),
    _Column("Overall score", _NUMBER, _scored("value")),
    _Column("Band lower", _NUMBER, _scored("lower")),
    _Column("Band upper", _NUMBER, _scored("upper")),
    _Column("Scale low", _NUMBER, _plain("low")),
    _Column("Scale high", _NUMBER, _plain("high")),
    _Column("Score state", _TEXT, _word("state")),
    _Column("Score remark", _TEXT, _remarks),
    _Column("Vendor's score label", _TEXT, _plain("label")),
    _Column("Observations", ColumnKind.WHOLE, _plain("observations")),
    _Column("CEFR issued", _TEXT, _plain("cefr")),
    _Column("Speaker match", _TEXT, _word("match")),
    _Column("Integrity signals", ColumnKind.WHOLE, _plain("signals")),
    _Column("Notices", ColumnKind.WHOLE, _plain("notices")),
    _Column("Tags", _TEXT, _plain("tags"), is_masked_out=True),
    _Column("Fetched (UTC)", ColumnKind.MOMENT, _plain("fetched_at")),
    _Column("Deleted at vendor, noticed (UTC)", ColumnKind.MOMENT, _plain("gone_at")),
)
