"""Doubts: the notices of one document, gathered while it is read, and kept from flooding."""

import re
from dataclasses import dataclass, field

from services.models.notice import Notice, NoticeCode

_MOST_OF_A_KIND = 5
_INDEX = re.compile(r"\[\d+\]")


@dataclass(slots=True)
class Doubts:
    """Gathers notices; of one code at places of one shape only the first few are kept whole."""

    _found: list[Notice] = field(default_factory=list)
    _counts: dict[tuple[NoticeCode, str], int] = field(default_factory=dict)

    def add(self, code: NoticeCode, text: str, where: str = "") -> None:
        """Note a doubt: a sentence for a person, and where in the payload it stands."""
        kind = (code, _INDEX.sub("[]", where))
        count = self._counts.get(kind, 0) + 1
        self._counts[kind] = count
        if count <= _MOST_OF_A_KIND:
            self._found.append(Notice(code=code, text=text, where=where))

    def unknown(self, text: str, where: str) -> None:
        """Note a value that cannot be read as documented."""
        self.add(NoticeCode.UNKNOWN_VALUE, text, where)

    def notices(self) -> tuple[Notice, ...]:
        """Return what was noted, in the order of reading, and how much more there was."""
        more = [
            Notice(
                code=code,
                text=f"The same is true of {count - _MOST_OF_A_KIND} more places like these.",
                where=shape,
            )
            for (code, shape), count in self._counts.items()
            if count > _MOST_OF_A_KIND
        ]
        return (*self._found, *more)


def shortened(word: str, *, most: int = 60) -> str:
    """Return a vendor's word as it can stand in a sentence: one line, at most `most` letters."""
    line = " ".join(word[: 4 * most].split())
    return line if len(line) <= most else f"{line[: most - 1]}…"
