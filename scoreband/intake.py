"""Commands that bring interviews into the cache: track, discover, sync, import."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from scoreband import heap
from scoreband.options import AsJson, Database, VendorName, open_services
from scoreband.output import emit_json, progress_bar, tell_failures
from services.errors import ConfigurationError, InputError
from services.use_cases.discovery import DiscoveryReport
from services.use_cases.importing import ImportReport
from services.use_cases.progress import Failure
from services.use_cases.sync import SyncReport


def add_commands(app: typer.Typer) -> None:
    """Add the commands that bring interviews in to `app`."""
    app.command()(track)
    app.command()(discover)
    app.command()(sync)
    app.command("import")(import_payloads)


def track(
    ids: Annotated[list[str] | None, typer.Argument(metavar="ID...")] = None,
    *,
    vendor: Annotated[str, typer.Option("--vendor", metavar="NAME", help="Such as qode.")] = "qode",
    file: Annotated[
        Path | None, typer.Option("--file", help="A file with one id a line; - for stdin.")
    ] = None,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Remember interviews to be fetched by the next sync."""
    wanted = [*(ids or []), *(_lines(file) if file else [])]
    if not wanted:
        msg = "Name at least one interview id, or a file of ids with --file."
        raise InputError(msg)
    with open_services(database) as services:
        added = services.sync.track(vendor, wanted)
    if as_json:
        emit_json({"vendor": vendor, "named": len(wanted), "added": added})
    else:
        typer.echo(f"{added} new, {len(wanted) - added} known before. Next: scoreband sync")


def discover(
    *,
    vendor: VendorName = None,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Track all that a vendor lists; stop it at any moment, the next walk goes on from there."""
    found: dict[str, DiscoveryReport] = {}
    with open_services(database) as services, progress_bar("Listing", unit_known=False) as step:
        named = [vendor] if vendor else [each.name for each in services.discovery.possible()]
        if not named:
            msg = "No vendor can be asked for a list: none that has one has a key."
            raise ConfigurationError(msg)
        for name in named:
            found[name] = services.discovery.run(name, listener=step)
    if as_json:
        emit_json({name: _discovered(report) for name, report in found.items()})
    else:
        for name, report in found.items():
            known = report.seen - report.added
            typer.echo(f"{name}: {report.added} new, {known} known before. Next: scoreband sync")
    tell_failures(
        [Failure(name, report.problem) for name, report in found.items() if report.problem]
    )


def sync(
    *,
    vendor: VendorName = None,
    force: Annotated[
        bool, typer.Option("--force", help="Fetch all that is tracked, final ones too.")
    ] = False,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Fetch what is tracked and due; stop it at any moment, the next run goes on."""
    heap.settle()
    with open_services(database) as services, progress_bar("Fetching", unit_known=True) as step:
        report = services.sync.run(vendor, force=force, listener=step)
    if as_json:
        emit_json(
            _counts(report)
            | {"changed_finals": list(report.changed_finals), "gone": list(report.gone)}
        )
    else:
        gone = f", {len(report.gone)} deleted by their vendor" if report.gone else ""
        typer.echo(f"{len(report.stored)} stored, {len(report.unchanged)} unchanged{gone}.")
    tell_failures(report.failures)


def import_payloads(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH...", help="Payloads, arrays, JSON Lines, folders, ZIPs, or -"),
    ],
    *,
    vendor: VendorName = None,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Import payloads from files; the vendor is recognised from the shape when not given."""
    heap.settle()
    with open_services(database) as services, progress_bar("Importing", unit_known=False) as step:
        found = services.imports.files.in_paths(
            [Path(path) for path in paths], standard_input=sys.stdin.buffer
        )
        report = services.imports.take(found, vendor=vendor, listener=step)
    if as_json:
        emit_json(_counts(report) | {"outdated": list(report.outdated)})
    else:
        older = f", {len(report.outdated)} older than what is kept" if report.outdated else ""
        typer.echo(f"{len(report.stored)} stored, {len(report.unchanged)} unchanged{older}.")
    tell_failures(report.failures)


def _counts(report: ImportReport | SyncReport) -> dict[str, object]:
    return {
        "stored": list(report.stored),
        "unchanged": list(report.unchanged),
        "failures": [_failure(failure) for failure in report.failures],
    }


def _discovered(report: DiscoveryReport) -> dict[str, object]:
    return {
        "seen": report.seen,
        "added": report.added,
        "finished": report.finished,
        "problem": report.problem,
    }


def _failure(failure: Failure) -> dict[str, str]:
    return {"item": failure.item, "sentence": failure.sentence}


def _lines(file: Path) -> list[str]:
    if str(file) == "-":
        return sys.stdin.read().split()
    try:
        return file.read_text(encoding="utf-8-sig").split()
    except (OSError, UnicodeDecodeError) as error:
        msg = f"{file} cannot be read as a text file of ids: check the path and save it as UTF-8."
        raise InputError(msg) from error
