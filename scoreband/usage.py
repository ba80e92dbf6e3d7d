"""A command that was typed wrongly, told in one sentence: what is wrong, and where to read on."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import typer


class _Place(Protocol):
    """Where among the commands something was typed."""

    command_path: str

    def get_help(self) -> str:
        """Return what --help prints there."""


def usage_lines(error: "typer.TyperException") -> Sequence[str]:
    """Return one sentence: what was typed wrongly, and which help to read.

    A group of commands that was typed without a command is answered with the help itself.
    """
    place: _Place | None = getattr(error, "ctx", None)
    said = error.format_message()
    if place is not None and said == place.get_help():
        return said.splitlines()
    said = " ".join(said.replace("Value error, ", "").split()).removesuffix(".")
    command = place.command_path if place is not None else "scoreband"
    return (f"{said}. To see how it is used: {command} --help",)
