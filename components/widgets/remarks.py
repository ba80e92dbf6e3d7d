"""Named sentences of a vendor or an agent, as they were written."""

from collections.abc import Sequence

from components.widgets._component import declare

_REMARKS = declare("remarks")


def remarks(named: Sequence[tuple[str, str | None]], *, key: str) -> None:
    """Draw each name with its sentence below; a name may stand alone."""
    _REMARKS(key=key, data={"remarks": [{"name": name, "text": text} for name, text in named]})
