"""Listing: ZenHire's runs, newest first, page by page towards the past.

How a next page is asked for is not documented, so the walk asks for what was created before the
oldest run seen (assumption), and passes over what it has seen already.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from pydantic_core import from_json

from services.errors import VendorAnswerError
from services.vendors._clock import number, utc
from services.vendors.vendor import Listed

# Where the runs lie in the answer, and what their moment is called, is not documented either.
_LISTS = ("runs", "data", "items", "results")
_MOMENTS = ("createdAt", "created_at", "timestamp")
_CALENDAR = (1970, 9000)
"""No run is from these years or beyond; moments between them can be added to."""
_OVERLAP, _LEAST = timedelta(seconds=1), timedelta(milliseconds=1)


@dataclass(frozen=True)
class RunPage:
    """One answer: the ids in their order, and when the oldest run was created."""

    ids: tuple[str, ...]
    oldest: datetime | None
    total: int | None = None
    """How many runs were asked for, if the answer tells."""


def walk(ask: Callable[[str | None], RunPage], cursor: str | None) -> Iterator[Listed]:
    """Yield the runs of each page, asked for by the moment that they were created before.

    Pages overlap by a second, so that runs of one moment on two pages are not lost.
    """
    seen: set[str] = set()
    before, total = cursor, None
    while True:
        page = ask(before)
        total = page.total if before is None else total
        new = tuple(dict.fromkeys(one for one in page.ids if one not in seen))
        seen.update(new)
        following = _following(page, before, has_new=bool(new))
        yield Listed(vendor_interview_ids=new, cursor=following, done=len(seen), total=total)
        if following is None:
            return
        before = following


def _following(page: RunPage, before: str | None, *, has_new: bool) -> str | None:
    """Return where the next page begins: ever earlier, so that the walk ends; None at its end.

    Nothing new below a bound that counts itself in means to step over the oldest moment.
    """
    if page.oldest is None:
        return None
    steps = (_OVERLAP, timedelta(0), -_LEAST) if has_new else (timedelta(0), -_LEAST)
    texts = (_written(page.oldest + step) for step in steps)
    return next((text for text in texts if before is None or text < before), None)


def _written(moment: datetime) -> str:
    """Write a moment so that texts are in the order of the moments."""
    return moment.isoformat(timespec="microseconds").replace("+00:00", "Z")


def page_of(title: str, answer: bytes) -> RunPage:
    """Read one answer.

    Raises:
        VendorAnswerError: there is no list of runs in it.
    """
    told = from_json(answer)
    runs = told if isinstance(told, list) else _list_in(told)
    if runs is None:
        what = "the list of runs is not as documented. Name the ids yourself with “track”."
        raise VendorAnswerError(title, what)
    found = [run for run in runs if isinstance(run, dict) and _id(run)]
    moments = [moment for run in found if (moment := _moment(run))]
    total = number(told.get("total")) if isinstance(told, dict) else None
    return RunPage(
        ids=tuple(map(_id, found)),
        oldest=min(moments, default=None),
        total=int(total) if total is not None else None,
    )


def _list_in(told: Any) -> list[Any] | None:  # noqa: ANN401  (any JSON at all)
    if not isinstance(told, dict):
        return None
    return next((told[key] for key in _LISTS if isinstance(told.get(key), list)), None)


def _id(run: dict[str, Any]) -> str:
    value = run.get("id")
    return value.strip() if isinstance(value, str) else ""


def _moment(run: dict[str, Any]) -> datetime | None:
    for key in _MOMENTS:
        try:
            moment = utc(datetime.fromisoformat(run[key]))
        except (KeyError, TypeError, ValueError):
            continue
        if moment and _CALENDAR[0] < moment.year < _CALENDAR[1]:
            return moment
    return None
