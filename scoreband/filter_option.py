"""`--filter KEY=VALUE` and `--sort COLUMN` as the list's own values."""

from collections.abc import Iterable

from pydantic import ValidationError

from services.errors import InputError
from services.models.browse import InterviewFilter, Sort, SortColumn

_MANY = {
    "role": "roles",
    "vendor": "vendors",
    "status": "statuses",
    "outcome": "outcomes",
    "version": "versions",
}
_ONE = {
    "text": "text",
    "since": "since",
    "until": "until",
    "min": "score_min",
    "max": "score_max",
    "notices": "has_notices",
}
KEYS = (*_MANY, *_ONE)


def parse_filter(texts: Iterable[str]) -> InterviewFilter:
    """Return the filter of texts like `role=Data Analyst`; the same key twice means either.

    Raises:
        InputError: a key is unknown, or a value is not of its kind.
    """
    found: dict[str, object] = {}
    for text in texts:
        key, sign, value = text.partition("=")
        key = key.strip().lower()
        if not sign or key not in KEYS:
            msg = f"“{text}” is no filter. Write KEY=VALUE; the keys are {', '.join(KEYS)}."
            raise InputError(msg)
        if key in _MANY:
            earlier = found.get(_MANY[key], ())
            found[_MANY[key]] = (*(earlier if isinstance(earlier, tuple) else ()), value.strip())
        else:
            found[_ONE[key]] = value.strip()
    try:
        return InterviewFilter.model_validate(found)
    except ValidationError as error:
        problem = error.errors(include_url=False)[0]
        msg = f"The filter on {problem['loc'][0]} cannot be read: {problem['msg']}."
        raise InputError(msg) from error


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
