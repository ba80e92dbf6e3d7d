"""Values of any class of ours with one text in every field that may hold a text."""

import collections.abc
import types
from collections.abc import Mapping
from dataclasses import is_dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from tests.services.use_cases.conftest import NOON

PLAIN = {
    int: 1,
    float: 1.5,
    bool: True,
    datetime: NOON,
    date: NOON.date(),
    bytes: b"a picture",
    timedelta: timedelta(1),
    types.NoneType: None,
}
MANY = (tuple, list, frozenset, collections.abc.Sequence)


def filled(hint: Any, text: str, known: Mapping[Any, Any], field: str = "") -> Any:
    """Return a value of this type: its texts are `text`, but for fields and classes in `known`."""
    if hint in (str, Any):
        return known.get(field, text)
    if hint in PLAIN:
        return PLAIN[hint]
    if isinstance(hint, type) and issubclass(hint, Enum):
        return next(iter(hint))
    if get_origin(hint) is None:
        return _object(hint, text, known)
    return _generic(hint, text, known, field)


def _object(hint: Any, text: str, known: Mapping[Any, Any]) -> Any:
    if hint in known:
        return known[hint]
    if not (isinstance(hint, type) and (issubclass(hint, BaseModel) or is_dataclass(hint))):
        return text
    hints = get_type_hints(hint)
    names = hint.model_fields if issubclass(hint, BaseModel) else hint.__dataclass_fields__
    made = {name: filled(hints[name], text, known, name) for name in names}
    return hint.model_construct(**made) if issubclass(hint, BaseModel) else hint(**made)


def _generic(hint: Any, text: str, known: Mapping[Any, Any], field: str) -> Any:
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Literal:
        return inner[0]
    if origin is Annotated:
        return filled(inner[0], text, known, field)
    if origin in (Union, types.UnionType):
        first = next(each for each in inner if each is not types.NoneType)
        return filled(first, text, known, field)
    if origin in MANY:
        kinds = [each for each in inner if each is not Ellipsis]
        made = tuple(filled(each, text, known, field) for each in kinds)
        return made if origin is collections.abc.Sequence else origin(made)
    key, value = inner
    return {filled(key, text, known, field): filled(value, text, known, field)}
