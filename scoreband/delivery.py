"""What all commands that write documents share: their options, the writing, and what they print."""

import inspect
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Annotated, Any, TypeVar, get_type_hints

import typer

from scoreband.destination import Destination, destination
from scoreband.endings import tell
from scoreband.machine_zone import parse_zone
from scoreband.options import AsJson, Database, open_services
from scoreband.output import console, emit_json, one_line, telling_bar
from services.bootstrap import Services
from services.errors import InputError
from services.models.ask import Ask
from services.models.export import ExportOptions, FinishedExport, Format, Paper

AskMaker = TypeVar("AskMaker", bound=Callable[..., Ask])
Group = TypeVar("Group")


@dataclass(frozen=True, slots=True)
class Delivery:
    """The options of every command that writes a document, with their defaults."""

    format: Annotated[
        Format | None,
        typer.Option("--format", help="Else the ending of --out decides."),
    ] = None
    out: Annotated[
        str,
        typer.Option(
            "--out",
            metavar="FILE",
            help="A file, a folder (the document names itself), or - for standard output.",
        ),
    ] = "."
    masked: Annotated[
        bool, typer.Option("--masked", help="Name nobody: pseudonyms, no addresses.")
    ] = False
    paper: Annotated[
        Paper | None,
        typer.Option("--paper", help="Size of pages and slides; else A4, and 16:9 for slides."),
    ] = None
    zone: Annotated[
        str | None,
        typer.Option(
            "--zone", metavar="NAME", help="Time zone, as Europe/Berlin; else this machine's."
        ),
    ] = None
    as_json: AsJson = False
    database: Database = None


def add_document(app: typer.Typer, name: str, *, usual: Format) -> Callable[[AskMaker], AskMaker]:
    """Return a decorator that makes a command of a function from its options to an ask.

    The function takes the services first. Its command has the options of all other parameters (of
    one that is a dataclass, those of its fields) and those of `Delivery`; `usual` is its format
    where neither --format nor --out names one.
    """

    def add(make: AskMaker) -> AskMaker:
        hints = get_type_hints(make, include_extras=True)
        own = list(inspect.signature(make).parameters.values())[1:]
        groups = {each.name: hints[each.name] for each in own if is_dataclass(hints[each.name])}

        def command(**words: Any) -> None:  # noqa: ANN401  (the options of any command)
            shared = _taken(Delivery, words)
            made = {name: _taken(group, words) for name, group in groups.items()}
            deliver(lambda services: make(services, **words, **made), shared, usual=usual)

        plain = [each.replace(annotation=hints[each.name]) for each in own]
        options = [each for each in plain if each.name not in groups]
        for group in (*groups.values(), Delivery):
            options += _options(group)
        command.__doc__ = make.__doc__
        command.__annotations__ = {each.name: each.annotation for each in options}
        command.__signature__ = inspect.Signature(  # type: ignore[attr-defined]  # typer reads it
            [each.replace(kind=inspect.Parameter.KEYWORD_ONLY) for each in options]
        )
        app.command(name)(command)
        return make

    return add


def deliver(ask: Callable[[Services], Ask], delivery: Delivery, *, usual: Format) -> None:
    """Write what is asked for and say where it is.

    Raises: as `Exports.write`, and InputError where the options contradict each other.
    """
    to = destination(delivery.out, delivery.format, usual=usual)
    if to.path is None and delivery.as_json:
        msg = "Standard output can hold the document or --json, not both. Name a file with --out."
        raise InputError(msg)
    options = ExportOptions(
        format=to.format,
        paper=delivery.paper,
        masked=delivery.masked,
        zone=parse_zone(delivery.zone),
    )
    with open_services(delivery.database) as services:
        made = _written(services, ask(services), options, to)
    if _first_number(made.counted) == 0:
        tell(f"Nothing matches what was asked for: the document says “{made.counted}”.")
    if delivery.as_json:
        emit_json(_document(made, options))
    elif to.path is not None:
        told = f"{made.path}: {made.title}, {made.counted}, {made.size:,} bytes"
        console.print(one_line(told), markup=False, soft_wrap=True)


def _written(
    services: Services, ask: Ask, options: ExportOptions, to: Destination
) -> FinishedExport:
    # The figures' library takes a second to load, which no other command should pay.
    from components.documents import library  # noqa: PLC0415  (see above)

    with telling_bar("Writing") as told, to.target() as target:
        return services.deliveries.exports.write(ask, options, target, composer=library, told=told)


def _document(made: FinishedExport, options: ExportOptions) -> Mapping[str, object]:
    return {
        "file": str(made.path),
        "bytes": made.size,
        "format": options.format.value,
        "title": made.title,
        "n": _first_number(made.counted),
        "counted": made.counted,
        "masked": options.masked,
    }


def _first_number(counted: str) -> int | None:
    """Return the n of words such as "n = 1,120 interviews in 2 cohorts"."""
    found = re.search(r"\d[\d,]*", counted)
    return int(found.group().replace(",", "")) if found else None


def _options(group: type[Any]) -> list[inspect.Parameter]:
    """Return the fields of a dataclass as parameters."""
    hints = get_type_hints(group, include_extras=True)
    found = inspect.signature(group).parameters.values()
    return [each.replace(annotation=hints[each.name]) for each in found]


def _taken(group: type[Group], words: dict[str, Any]) -> Group:
    """Return a dataclass made of its own words, which are taken out of `words`."""
    return group(**{each.name: words.pop(each.name) for each in fields(group)})  # type: ignore[arg-type]  # each group is a dataclass
