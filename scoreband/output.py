"""How the command speaks: one JSON document or plain sentences on stdout, failures on stderr."""

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as ProgressBar

from services.models.export import Told, untold
from services.use_cases.progress import Failure, Progress, nobody

errors = Console(stderr=True, highlight=False)
console = Console(highlight=False)


def emit_json(document: object) -> None:
    """Print one JSON document, and nothing else, on stdout; text in any script stays readable."""
    text = json.dumps(document, ensure_ascii=False, allow_nan=False, indent=2)
    # A word of the command line may hold bytes that are no UTF-8; in JSON they stay escapes.
    if sys.stdout is not None:
        sys.stdout.write(text.encode("utf-8", "backslashreplace").decode() + "\n")


def tell_failures(failures: Sequence[Failure]) -> None:
    """Print one line a failure on stderr, and leave with 1 if there is any."""
    for failure in failures:
        sys.stderr.write(f"{one_line(failure.item)}: {one_line(failure.sentence)}\n")
    if failures:
        raise typer.Exit(1)


def one_line(text: str) -> str:
    """Return `text` without what could move the terminal's cursor or fake a second line."""
    return "".join(sign if sign.isprintable() else " " for sign in text)


@contextmanager
def progress_bar(title: str, *, unit_known: bool) -> Iterator[Callable[[Progress], None]]:
    """Show a bar on stderr while the block runs; yields what to call at each step.

    Only on a terminal: elsewhere rich writes empty lines, and stderr holds nothing but failures.
    """
    if not errors.is_terminal:
        yield nobody
        return
    columns = [TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn()]
    with ProgressBar(*columns, TimeElapsedColumn(), console=errors, transient=True) as bar:
        task = bar.add_task(title, total=0 if unit_known else None)

        def step(progress: Progress) -> None:
            bar.update(task, completed=progress.done, total=progress.total)

        yield step


@contextmanager
def telling_bar(title: str) -> Iterator[Told]:
    """Show what happens and how far it is on stderr; yields whom to tell. Only on a terminal."""
    if not errors.is_terminal:
        yield untold
        return
    columns = [TextColumn("{task.description}", markup=False), BarColumn(), TimeElapsedColumn()]
    with ProgressBar(*columns, console=errors, transient=True) as bar:
        task = bar.add_task(title, total=None)

        def told(words: str, share: float | None) -> None:
            bar.update(task, description=one_line(words), total=share and 1, completed=share or 0)

        yield told
