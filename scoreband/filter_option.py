"""`--filter KEY=VALUE` and `--sort COLUMN` as the list's own values."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final, TypeVar

from pydantic import ValidationError

from services.bootstrap import Services
from services.errors import InputError
from services.models.browse import InterviewFilter, ListName, Sort, SortColumn
from services.models.interview import Outcome, Status

Choice = TypeVar("Choice")

_MANY: Final = {
    "role": "roles",
    "vendor": "vendors",
    "status": "statuses",
    "outcome": "outcomes",
    "version": "versions",
    "type": "interview_types",
    "tag": "tags",
    "meta": "metadata",
    "list": "lists",
    "month": "months",
}
_ONE: Final = {
    "text": "text",
    "since": "since",
    "until": "until",
    "min": "score_min",
    "max": "score_max",
    "notices": "has_notices",
    "started": "started",
}
KEYS: Final = (*_MANY, *_ONE)
_MONTH: Final = re.compile(r"(\d{4})-?(0[1-9]|1[0-2])", re.ASCII)


@dataclass(frozen=True)
class Known:
    """What a filter may name that is not known before the cache is opened."""

    lists: Sequence[ListName] = ()
    """The saved lists."""
    vendors: Callable[[], Collection[str]] = tuple
    """Their short names; asked for only where a vendor is named."""


def known(services: Services) -> Known:
    """Return what filters may name in this cache.

    Its interviews may be of a vendor that this installation cannot ask (any more).
    """

    def vendors() -> Collection[str]:
        return dict.fromkeys((*services.sources.titles(), *services.browse.facets().vendors))

    return Known(services.store.list_names(), vendors)


def parse_filter(texts: Iterable[str], known: Known) -> InterviewFilter:
    """Return the filter of texts like `role=Data Analyst`; the same key twice means either.

    Metadata is written `meta=key:value` (a colon within the key as %3A), a month `month=2026-11`,
    and one of the saved lists by its name or its id.

    Raises:
        InputError: a key, a vendor, a status or an outcome is unknown, a value is not of its kind,
            or no list or several are meant.
    """
    read: dict[str, Callable[[str], object]] = {
        **_READ,
        "list": partial(_list_id, lists=known.lists),
        "vendor": partial(vendor_named, known=known),
    }
    found: dict[str, object] = {}
    for text in texts:
        key, sign, value = text.partition("=")
        key, value = key.strip().lower(), value.strip()
        if not sign or key not in KEYS:
            msg = f"“{text}” is no filter. Write KEY=VALUE; the keys are {', '.join(KEYS)}."
            raise InputError(msg)
        one = read.get(key, str)(value)
        if key in _MANY:
            earlier = found.get(_MANY[key], ())
            found[_MANY[key]] = (*(earlier if isinstance(earlier, tuple) else ()), one)
        else:
            found[_ONE[key]] = one
    try:
        return InterviewFilter.model_validate(found)
    except ValidationError as error:
        problem = error.errors(include_url=False)[0]
        keys = {field: key for key, field in (_MANY | _ONE).items()}
        field = str(problem["loc"][0])
        key = keys.get(field, field)
        said = "write yes or no" if problem["type"] == "bool_parsing" else problem["msg"]
        msg = f"The filter on {key} cannot be read: {said}."
        raise InputError(msg) from error


def _pair(text: str) -> tuple[str, str]:
    key, colon, value = (part.strip() for part in text.partition(":"))
    if not key or not colon:
        msg = f"“meta={text}” names no key with a value. Write it as meta=team:Platform."
        raise InputError(msg)
    return key.replace("%3A", ":").replace("%25", "%"), value


def _month(text: str) -> int:
    month = _MONTH.fullmatch(text)
    if month is None:
        msg = f"“month={text}” is no month. Write it as month=2026-11."
        raise InputError(msg)
    return int(month[1] + month[2])


def vendor_named(text: str, *, known: Known) -> str:
    """Return the short name of the vendor that is meant.

    Raises:
        InputError: there is none of this name.
    """
    names = known.vendors()
    return _one_of({each.casefold(): each for each in names}, text, key="vendor")


def _one_of(choices: Mapping[str, Choice], text: str, *, key: str) -> Choice:
    """Return the choice that a word stands for, however its letters are written."""
    found = choices.get(text.casefold())
    if found is None:
        msg = f"“{key}={text}” is not known; known are: {', '.join(choices)}."
        raise InputError(msg)
    return found


def _list_id(text: str, *, lists: Sequence[ListName]) -> str:
    """Return the id of the list that is meant; its name counts before another spelling of it."""
    name = " ".join(text.split())
    exactly = [each for each in lists if name in (each.id, each.name)]
    found = exactly or [each for each in lists if each.name.casefold() == name.casefold()]
    if len(found) == 1:
        return found[0].id
    if found:
        choices = ", ".join(f"{each.id} (“{each.name}”)" for each in found)
        msg = f"“list={text}” means several saved lists, so write the id of one: {choices}."
        raise InputError(msg)
    known = ", ".join(f"“{each.name}”" for each in lists) or "none yet"
    msg = f"“list={text}” is no saved list; saved are: {known}."
    raise InputError(msg)


_READ: Final[Mapping[str, Callable[[str], object]]] = {
    "meta": _pair,
    "month": _month,
    "status": partial(_one_of, {each.value: each for each in Status}, key="status"),
    "outcome": partial(_one_of, {each.value: each for each in Outcome}, key="outcome"),
}
"""How a value is read that is not kept as it was written."""


def parse_sort(text: str) -> Sort:
    """Return the order of a text like `score` or `-date` (descending).

    Raises:
        InputError: there is no such column.
    """
    name = text.removeprefix("-")
    if name not in tuple(SortColumn):
        msg = f"There is no column “{name}” to sort by. Known: {', '.join(SortColumn)}."
        raise InputError(msg)
    return Sort(column=SortColumn(name), descending=text.startswith("-"))
