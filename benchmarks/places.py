"""Where a reader goes on the dashboard while it is measured: list pages, and full interviews."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from benchmarks.kept_database import settings_for
from components.widgets.chips import status_label
from services.bootstrap import build_services
from services.models.browse import InterviewFilter, PageRequest, Sort
from services.models.interview import Status

_COUNT = 25
_VENDOR = "qode"


@dataclass(frozen=True, slots=True)
class Places:
    """Query strings of the two pages, each of another part of the list or another interview."""

    lists: tuple[str, ...]
    interviews: tuple[str, ...]
    total: int
    """How many interviews the database holds."""


def places_in(database: Path) -> Places:
    """Choose from a database: its first list pages, and reported interviews with many parts."""
    services = build_services(settings_for(database))
    # Its reports have the most parts to draw.
    reported = InterviewFilter(statuses=(Status.REPORTED,), vendors=(_VENDOR,))
    try:
        page = services.browse.page(reported, sort=Sort(), request=PageRequest(limit=_COUNT))
        total = services.store.count(InterviewFilter())
    finally:
        services.close()
    # The list that the reader came from, so that "next" leads to another such interview.
    came_from = urlencode({"status": status_label(Status.REPORTED), "vendor": _VENDOR})
    carried = {"list": came_from}
    return Places(
        lists=tuple(f"page={number}" for number in range(1, _COUNT)),
        interviews=tuple(urlencode({"interview": row.id, **carried}) for row in page.rows),
        total=total,
    )
