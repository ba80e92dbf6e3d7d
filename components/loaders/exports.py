"""Exports and the reports that readers save."""

from collections.abc import MutableMapping, Sequence
from types import ModuleType

from components.loaders.opening import services
from services.models.ask import Ask
from services.models.content import Content
from services.models.export import ExportOptions, ExportState
from services.models.plan import ReportPlan, SavedReport


def start_export(
    wanted: Ask | ReportPlan, options: ExportOptions, *, title: str, composer: ModuleType
) -> str:
    """Begin an export beside the page; return its id, which nobody can guess."""
    return services().deliveries.jobs.start(wanted, options, title=title, composer=composer)


def export_state(id_: str) -> ExportState:
    """Return how far an export has come."""
    return services().deliveries.jobs.state(id_)


def cancel_export(id_: str) -> None:
    """Call an export off and forget its file."""
    services().deliveries.jobs.cancel(id_)


def exported_file(id_: str) -> bytes:
    """Return a finished export."""
    return services().deliveries.jobs.file(id_)


def report_preview(
    plan: ReportPlan,
    options: ExportOptions,
    *,
    composer: ModuleType,
    kept: MutableMapping[Ask, Content],
) -> Content:
    """Return what a report says today; `kept` is what its asks said a moment ago."""
    exports = services().deliveries.exports
    return exports.content(plan, options, composer=composer, kept=kept)


def generation() -> int:
    """Return the number that every write of interviews raises."""
    return services().store.generation()


def saved_reports() -> Sequence[SavedReport]:
    """Return the reports that were saved under a title."""
    return services().deliveries.plans.all()


def save_report(plan: ReportPlan) -> SavedReport:
    """Save a report under its title."""
    return services().deliveries.plans.save(plan)


def forget_report(id_: str) -> None:
    """Forget a saved report."""
    services().deliveries.plans.forget(id_)
