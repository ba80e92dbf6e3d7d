"""What is made when it is first asked for, and once only, however many threads ask at once."""

from collections.abc import Callable
from functools import cached_property
from threading import RLock
from typing import Any, Self, TypeVar, overload

_Made = TypeVar("_Made")


class MadeOnce(cached_property[_Made]):
    """A cached property with a lock, which Python's own has not since 3.12."""

    def __init__(self, make: Callable[[Any], _Made]) -> None:
        super().__init__(make)
        self._making = RLock()

    @overload
    def __get__(self, instance: None, owner: type[Any] | None = None) -> Self: ...
    @overload
    def __get__(self, instance: object, owner: type[Any] | None = None) -> _Made: ...
    def __get__(self, instance: object | None, owner: type[Any] | None = None) -> Self | _Made:
        """Return what was made; who comes while it is being made waits for it."""
        if instance is None:
            return self
        with self._making:
            return super().__get__(instance, owner)
