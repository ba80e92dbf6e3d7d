"""`scoreband report`: the documents of the pages, written without the dashboard, as for cron."""

from typing import Annotated, Literal

import typer

from scoreband.cohort_option import parse_cohort
from scoreband.delivery import add_document
from scoreband.filter_option import KEYS, known, parse_filter
from scoreband.report_options import Chosen, Counted, Drawn
from services.bootstrap import Services
from services.errors import InputError, NothingFoundError
from services.models.ask import (
    AgentsAsk,
    Ask,
    CohortsAsk,
    ComparisonAsk,
    IntegrityAsk,
    InterviewAsk,
    LanguageAsk,
    OperationsAsk,
    QuestionsAsk,
)
from services.models.browse import InterviewFilter
from services.models.cefr import LEVELS
from services.models.export import Format
from services.models.funnel import Split
from services.models.language import OVERALL

report = typer.Typer(help="Write a report: PDF, PPTX, HTML, XLSX and more.", no_args_is_help=True)


def add_commands(app: typer.Typer) -> None:
    """Add the `report` commands to `app`."""
    app.add_typer(report, name="report")


@add_document(report, "interview", usual=Format.PDF)
def interview(
    services: Services,
    interview_id: Annotated[
        str, typer.Argument(metavar="ID", help="The local id, or the vendor's.")
    ],
) -> Ask:
    """Write the report of one interview."""
    return InterviewAsk(interview=_own_id(services, interview_id))


@add_document(report, "compare", usual=Format.PDF)
def compare(
    services: Services,
    ids: Annotated[list[str], typer.Argument(metavar="ID...", help="Two to five interviews.")],
) -> Ask:
    """Write two to five interviews side by side, and what can be told apart."""
    return ComparisonAsk(interviews=tuple(_own_id(services, each) for each in ids))


@add_document(report, "cohorts", usual=Format.PDF)
def cohorts(
    services: Services,
    counted: Counted,
    drawn: Drawn,
    cohort: Annotated[
        list[str],
        typer.Option(
            "--cohort",
            metavar="KEY=VALUE[&KEY=VALUE]",
            help=f"Repeatable, up to 8; “all”, a saved cohort's name, or {', '.join(KEYS)}.",
        ),
    ],
) -> Ask:
    """Write cohorts side by side: do they differ, by how much, and could it be chance?"""
    saved = {one.definition.name: one.definition for one in services.store.saved_cohorts()}
    meant = known(services)
    ask = CohortsAsk(
        cohorts=tuple(parse_cohort(text, saved, meant) for text in cohort),
        scores=drawn.scores,
        choice=counted.choice(known(services)),
        with_bands=drawn.bands,
        period=drawn.period,
    )
    return ask.model_copy(update={"metric": _metric(services, ask, drawn.metric)})


@add_document(report, "agents", usual=Format.PDF)
def agents(
    services: Services,
    counted: Counted,
    *,
    chosen: Chosen = None,
    interview_id: Annotated[
        str | None, typer.Option("--interview", metavar="ID", help="The agents of one only.")
    ] = None,
) -> Ask:
    """Write whether the graders agree, and who is stricter than the others."""
    return AgentsAsk(
        wanted=_wanted(services, chosen),
        choice=counted.choice(known(services)),
        interview=_own_id(services, interview_id) if interview_id is not None else None,
    )


@add_document(report, "questions", usual=Format.PDF)
def questions(services: Services, counted: Counted, *, chosen: Chosen = None) -> Ask:
    """Write which questions are hard, which tell candidates apart, and whether any changed."""
    return QuestionsAsk(wanted=_wanted(services, chosen), choice=counted.choice(known(services)))


@add_document(report, "language", usual=Format.PDF)
def language(
    services: Services,
    *,
    chosen: Chosen = None,
    dimension: Annotated[
        str,
        typer.Option("--dimension", metavar="NAME", help="What of the language, such as Fluency."),
    ] = OVERALL,
    table: Annotated[
        str | None,
        typer.Option(
            "--table",
            metavar="ID",
            help="A table of docs/methods.md that makes levels of scores without one.",
        ),
    ] = None,
    level: Annotated[
        str | None, typer.Option("--level", metavar="CEFR", help="The level that is required.")
    ] = None,
) -> Ask:
    """Write at which CEFR level people speak, and by whose word."""
    if level is not None and level not in LEVELS:
        msg = f"“{level}” is no level to require. Known: {', '.join(LEVELS)}."
        raise InputError(msg)
    return LanguageAsk(
        wanted=_wanted(services, chosen), dimension=dimension, table_id=table, requirement=level
    )


@add_document(report, "integrity", usual=Format.PDF)
def integrity(
    services: Services,
    *,
    chosen: Chosen = None,
    by: Annotated[Split | None, typer.Option("--by", help="What to split by.")] = None,
    per_hour: Annotated[
        bool, typer.Option("--per-hour", help="Count events by the hour, not interviews.")
    ] = False,
) -> Ask:
    """Write which signals came up, how often, and what reviewers said. Never a score."""
    per: Literal["hour", "interview"] = "hour" if per_hour else "interview"
    return IntegrityAsk(wanted=_wanted(services, chosen), by=by, per=per)


@add_document(report, "operations", usual=Format.PDF)
def operations(
    services: Services,
    *,
    chosen: Chosen = None,
    by: Annotated[Split, typer.Option("--by", help="What to split by.")] = Split.ROLE,
) -> Ask:
    """Write how far interviews get, and how the others end."""
    return OperationsAsk(wanted=_wanted(services, chosen), by=by)


def _wanted(services: Services, chosen: list[str] | None) -> InterviewFilter:
    return parse_filter(chosen or (), known(services))


def _metric(services: Services, ask: CohortsAsk, named: str | None) -> str | None:
    """Return the key of the metric that is named: the document would else draw another one.

    Raises:
        InputError: nobody in the cohorts has such a score, or many others have more.
    """
    if named is None:
        return None
    compare = services.analyses.cohorts.compare
    meant = compare(ask.cohorts, metrics=(named,), choice=ask.choice).metrics[0].key
    shown = compare(ask.cohorts, metrics=(ask.scores,), choice=ask.choice).metrics
    if meant not in [each.key for each in shown]:
        msg = (
            f"“{named}” is not among the {len(shown)} with the most scores, which this report "
            f"shows: {', '.join(each.key for each in shown)}."
        )
        raise InputError(msg)
    return meant


def _own_id(services: Services, id_: str) -> str:
    """Return our id of an interview that is named by it or by its vendor's.

    Raises:
        NothingFoundError: no such interview is in the cache.
        InputError: several vendors have one of this id.
    """
    found = services.store.find(id_.strip())
    if found is None:
        msg = f"No interview “{id_}” is in the cache. “scoreband list” shows what is there."
        raise NothingFoundError(msg)
    return found
