"""A filter in words: every page that counts says what it counted."""

from collections.abc import Mapping

from components.documents.labels import month_text, outcome_label, status_label
from services.models import notation
from services.models.browse import InterviewFilter


def filter_words(wanted: InterviewFilter, *, titles: Mapping[str, str]) -> str:
    """Say what a filter lets through: "Role: Nurse · since 2026-01-01", or "All interviews".

    `titles` says how vendors spell their names, and what saved lists are called.
    """
    said = " · ".join(
        part for part in (*_usual(wanted, titles), *_attached(wanted, titles)) if part
    )
    return said[:1].upper() + said[1:] if said else "All interviews"


def _usual(wanted: InterviewFilter, titles: Mapping[str, str]) -> list[str]:
    return [
        _named("text", [wanted.text] if wanted.text else []),
        _named("role", [role or "none given" for role in wanted.roles]),
        _named("vendor", [titles.get(vendor, vendor) for vendor in wanted.vendors]),
        _named("status", list(map(status_label, wanted.statuses))),
        _named("outcome", list(map(outcome_label, wanted.outcomes))),
        _named("version", [version or "none given" for version in wanted.versions]),
        _named("month", [month_text(month) if month else "no date" for month in wanted.months]),
        f"since {wanted.since.isoformat()}" if wanted.since else "",
        f"until {wanted.until.isoformat()}" if wanted.until else "",
        _range(wanted),
        _either(wanted.has_notices, "with notices", "without notices"),
        _either(wanted.started, "started", "not started"),
        {False: "", None: "deleted ones included", True: "deleted ones only"}[wanted.gone],
    ]


def _attached(wanted: InterviewFilter, titles: Mapping[str, str]) -> list[str]:
    """Return the words for what customers attach, for saved lists and for what is new."""
    new = wanted.arrived_since
    return [
        _named("type", [kind or "none given" for kind in wanted.interview_types]),
        _named("tag", wanted.tags),
        _named("metadata", [f"{key} = {value}" for key, value in wanted.metadata]),
        _named("saved list", [titles.get(one, one) for one in wanted.lists]),
        _named("interviews", [f"{len(wanted.ids):,} chosen"] if wanted.ids else []),
        f"new since {notation.moment(new)}" if new else "",
    ]


def _named(name: str, values: list[str] | tuple[str, ...]) -> str:
    return f"{name}: {', '.join(values)}" if values else ""


def _range(wanted: InterviewFilter) -> str:
    low, high = wanted.score_min, wanted.score_max
    if low is None and high is None:
        return ""
    ends = f"{notation.number(low or 0)} to {notation.number(100 if high is None else high)}"
    return f"score {ends} of 100"


def _either(value: bool | None, yes: str, no: str) -> str:  # noqa: FBT001  (a filter's own value)
    return "" if value is None else yes if value else no
