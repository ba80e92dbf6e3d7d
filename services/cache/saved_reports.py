"""Reports that were saved under their titles, each as its plan and what it last said."""

import logging
import secrets
from collections.abc import Iterator
from datetime import datetime
from typing import Final

from pydantic import ValidationError
from sqlalchemy import Connection, Table, delete, insert, select, update

from services.cache.rows import milliseconds, moment
from services.cache.saved_names import own_name
from services.cache.saved_tables import SavedReportRecord
from services.cache.tables import table_of
from services.errors import InputError
from services.models.plan import Printed, ReportPlan, SavedReport

_log = logging.getLogger(__name__)
_report: Final[Table] = table_of(SavedReportRecord)
_ID_BYTES: Final = 8


def save_report(connection: Connection, plan: ReportPlan, *, at: datetime) -> SavedReport:
    """Save a plan under its title; one that was saved before takes the place of what it was.

    Raises:
        InputError: the title is empty, too long or taken, or a text in it cannot be encoded.
    """
    before = _one(connection, plan.saved_as)
    name = own_name(connection, _report, plan.title, but=plan.saved_as if before else "")
    id_ = plan.saved_as if before else secrets.token_hex(_ID_BYTES)
    kept = plan.model_copy(update={"title": name, "saved_as": id_})
    values = {"name": name, "plan": _as_json(kept), "made_ms": milliseconds(at)}
    if before:
        connection.execute(update(_report).where(_report.c.id == id_).values(**values))
    else:
        connection.execute(insert(_report).values(id=id_, printed=None, **values))
    return SavedReport(plan=kept, saved_at=at, printed=before.printed if before else None)


def saved_reports(connection: Connection) -> tuple[SavedReport, ...]:
    """Return every saved report that can be read, by title."""
    return tuple(_readable(connection))


def forget_report(connection: Connection, id_: str) -> bool:
    """Remove a saved report; return whether there was one."""
    return connection.execute(delete(_report).where(_report.c.id == id_)).rowcount > 0


def keep_printed(connection: Connection, id_: str, printed: Printed) -> None:
    """Keep what a report said when it was made."""
    held = printed.model_dump_json()
    connection.execute(update(_report).where(_report.c.id == id_).values(printed=held))


def _one(connection: Connection, id_: str) -> SavedReport | None:
    return next(_readable(connection, only=id_), None) if id_ else None


def _readable(connection: Connection, *, only: str = "") -> Iterator[SavedReport]:
    columns = (_report.c.id, _report.c.plan, _report.c.made_ms, _report.c.printed)
    query = select(*columns).order_by(_report.c.name)
    if only:
        query = query.where(_report.c.id == only)
    for id_, plan, made_ms, printed in connection.execute(query):
        try:
            yield SavedReport(
                plan=ReportPlan.model_validate_json(plan),
                saved_at=moment(made_ms),
                printed=Printed.model_validate_json(printed) if printed else None,
            )
        except ValidationError:
            # Another version of Scoreband may have saved it: the others are still of use.
            _log.warning("The saved report %s cannot be read and is left out.", id_)


def _as_json(plan: ReportPlan) -> str:
    try:
        return plan.model_dump_json()
    except ValueError as error:
        msg = "This report holds signs that cannot be kept. Write its title and notes anew."
        raise InputError(msg) from error
