"""`--filter KEY=VALUE` and `--sort COLUMN` as the list's own values."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Final

from pydantic import ValidationError

from services.errors import InputError
from services.models.browse import InterviewFilter, ListName, Sort, SortColumn

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


def parse_filter(texts: Iterable[str], lists: Sequence[ListName]) -> InterviewFilter:
    """Return the filter of texts like `role=Data Analyst`; the same key twice means either.

    Metadata is written `meta=key:value` (a colon within the key as %3A), a month `month=2026-11`,
    and one of the saved `lists` by its name or its id.

    Raises:
        InputError: a key is unknown, a value is not of its kind, or no list or several are meant.
    """
    read: dict[str, Callable[[str], object]] = {**_READ, "list": partial(_list_id, lists=lists)}
    found: dict[str, object] = {}
    for text in texts:
        key, sign, value = text.partition("=")
        key, value = key.strip().lower(), value.strip()
        if not sign or key not in KEYS:
            msg = f"“{text}” is no filter. Write KEY=VALUE; the keys are {', '.join(KEYS)}."
            raise InputError(msg)
        if key in _MANY:
            earlier = found.get(_MANY[key], ())
            one = read.get(key, str)(value)
            found[_MANY[key]] = (*(earlier if isinstance(earlier, tuple) else ()), one)
        else:
            found[_ONE[key]] = value
    try:
        return InterviewFilter.model_validate(found)
    except ValidationError as error:
        problem = error.errors(include_url=False)[0]
        keys = {field: key for key, field in (_MANY | _ONE).items()}
        field = str(problem["loc"][0])
        key = keys.get(field, field)
        msg = f"The filter on {key} cannot be read: {problem['msg']}."
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


_READ: Final[Mapping[str, Callable[[str], object]]] = {"meta": _pair, "month": _month}
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
