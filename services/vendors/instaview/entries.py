"""Entries: what a person filled in, read field by field and refused by name."""

from collections.abc import Collection
from datetime import datetime
from typing import NoReturn

from services.errors import InputError
from services.models.scheduling import Answers
from services.vendors._clock import utc


def refuse(field: str, what: str) -> NoReturn:
    """Refuse a field.

    Raises:
        InputError: always; the sentence begins with the field's name.
    """
    msg = f"{field}: {what}"
    raise InputError(msg)


class Entries:
    """Answers without the blanks around them; an empty one is none."""

    def __init__(self, answers: Answers, *, known: Collection[str]) -> None:
        self._given = {name: text.strip() for name, text in answers.items() if text.strip()}
        for name in self._given:
            if name not in known:
                refuse(name, "there is no such field.")

    def has_any(self, prefix: str) -> bool:
        """Tell whether a field of this group is filled in."""
        return any(name.startswith(prefix) for name in self._given)

    def text(self, field: str) -> str | None:
        """Return a field's text."""
        return self._given.get(field)

    def required(self, field: str, what: str) -> str:
        """Return a field's text, or refuse its absence with these words."""
        return self.text(field) or refuse(field, what)

    def lines(self, field: str) -> list[str]:
        """Return a list's items; empty lines are none."""
        return [line.strip() for line in (self.text(field) or "").splitlines() if line.strip()]

    def choice(self, field: str, choices: Collection[str]) -> str | None:
        """Return one of the choices, in whatever case it was written."""
        told = self.text(field)
        if told is None:
            return None
        if told.upper() not in choices:
            refuse(field, f"one of {', '.join(choices)}.")
        return told.upper()

    def switch(self, field: str) -> bool:
        """Tell whether a switch is on."""
        return (self.text(field) or "").lower() in ("yes", "true", "1", "on")

    def moment(self, field: str) -> datetime | None:
        """Return a moment in UTC, which must be written with its offset."""
        told = self.text(field)
        if told is None:
            return None
        try:
            moment = datetime.fromisoformat(told)
        except ValueError:
            refuse(field, "a time such as 2027-03-01T09:30+01:00.")
        if moment.tzinfo is None:
            refuse(field, "add the offset from UTC, such as 2027-03-01T09:30+01:00.")
        return utc(moment) or refuse(field, "a time such as 2027-03-01T09:30+01:00.")
