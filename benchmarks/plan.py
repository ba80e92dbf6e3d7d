"""The plan of a run: what is measured, with how many interviews, and how often."""

from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

PARTS = ("import", "lists", "cohorts", "reruns", "browser", "sync", "exports")
_RESULTS = Path(__file__).parent / "results.json"
_UNITS = {"k": 1_000, "m": 1_000_000}


@dataclass(frozen=True, slots=True)
class Plan:
    """What to do; the defaults are a whole run."""

    parts: tuple[str, ...] = PARTS
    sizes: tuple[int, ...] = (10_000, 100_000)
    """How many interviews the databases hold that lists and pages are measured on."""
    results: Path = _RESULTS
    keep: Path | None = None
    """A folder that the databases stay in for the next run; else they go with this one."""
    is_quick: bool = False

    distinct: int = 400
    """Different payloads among the interviews of a database."""
    imported: int = 2_000
    repeats: int = 3
    calls: int = 200
    reruns: int = 100
    worn_by: int = 1_000
    """Reruns after which the server's memory is looked at again."""
    clicks: int = 20
    loads: int = 3
    synced: int = 1_000
    """No more than the sandbox keeps ready, so that it is not measured making them."""
    printed: int = 20
    """PDFs after which our own memory is looked at again."""


_QUICK = Plan(
    sizes=(2_000,),
    is_quick=True,
    distinct=100,
    imported=200,
    calls=20,
    reruns=10,
    worn_by=40,
    clicks=4,
    loads=1,
    synced=100,
    printed=3,
    repeats=2,
)


def plan_from(arguments: Sequence[str]) -> Plan:
    """Read the command line; a wrong one ends the program with a sentence."""
    parser = ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="small sizes, under a minute")
    parser.add_argument("--sizes", type=_sizes, metavar="10k,100k,1m", help="databases' sizes")
    parser.add_argument("--only", type=_parts, metavar=",".join(PARTS), help="some parts only")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="keep the databases here")
    parser.add_argument("--json", type=Path, default=_RESULTS, help="where the results go")
    given = parser.parse_args(arguments)
    plan = _QUICK if given.quick else Plan()
    return replace(
        plan,
        sizes=given.sizes or plan.sizes,
        parts=given.only or plan.parts,
        keep=given.keep,
        results=given.json,
    )


def _sizes(text: str) -> tuple[int, ...]:
    return tuple(sorted(_size(part.strip().lower()) for part in text.split(",")))


def _size(text: str) -> int:
    factor = _UNITS.get(text[-1:], 1)
    number = text[:-1] if factor > 1 else text
    if not number.isdecimal() or not int(number):
        msg = f"'{text}' is no number of interviews; write 5000, 10k or 1m"
        raise ArgumentTypeError(msg)
    return int(number) * factor


def _parts(text: str) -> tuple[str, ...]:
    wanted = tuple(part.strip() for part in text.split(","))
    for part in wanted:
        if part not in PARTS:
            msg = f"there is no part '{part}'; choose from {', '.join(PARTS)}"
            raise ArgumentTypeError(msg)
    return wanted
