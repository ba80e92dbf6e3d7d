"""Commands that read the cache: list, show, search. None of them asks a vendor."""

import sys
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from scoreband.endings import tell
from scoreband.filter_option import KEYS, known, parse_filter, parse_sort
from scoreband.interview_json import interview_json
from scoreband.options import AsJson, Database, open_services
from scoreband.output import console, emit_json, one_line
from services.models import notation
from services.models.browse import InterviewRow, PageRequest, SearchOrder
from services.models.document import StoredInterview
from services.models.language import LanguageProfile

_Limit = Annotated[int, typer.Option("--limit", min=1, max=10_000, help="How many at most.")]


def add_commands(app: typer.Typer) -> None:
    """Add the reading commands to `app`."""
    app.command("list")(list_interviews)
    app.command()(show)
    app.command()(search)


def list_interviews(
    *,
    as_json: AsJson = False,
    limit: _Limit = 50,
    offset: Annotated[int, typer.Option("--offset", min=0, help="How many to pass over.")] = 0,
    sort: Annotated[
        str, typer.Option("--sort", metavar="COLUMN", help="Such as score, or -date to reverse.")
    ] = "-date",
    chosen: Annotated[
        list[str] | None,
        typer.Option("--filter", metavar="KEY=VALUE", help=f"Repeatable; {', '.join(KEYS)}."),
    ] = None,
    database: Database = None,
) -> None:
    """List interviews in the cache; those without a score come last."""
    order = parse_sort(sort)
    with open_services(database) as services:
        interview_filter = parse_filter(chosen or (), known(services))
        page = services.browse.page(
            interview_filter, sort=order, request=PageRequest(limit=limit, offset=offset)
        )
    if chosen and not page.total:
        tell("No interview matches these filters.")
    if as_json:
        rows = [row.model_dump(mode="json") for row in page.rows]
        emit_json({"total": page.total, "limit": limit, "offset": offset, "interviews": rows})
        return
    columns = ("id", "candidate", "role", "vendor", "overall", "outcome", "status", "date")
    table = Table(*columns, box=None)
    for row in page.rows:
        table.add_row(*(Text(one_line(cell)) for cell in _cells(row)))
    console.print(table)
    console.print(f"{len(page.rows)} of {page.total} interviews")


def show(
    interview_id: Annotated[
        str, typer.Argument(metavar="ID", help="The local id, or the vendor's.")
    ],
    *,
    as_json: AsJson = False,
    raw: Annotated[
        bool, typer.Option("--raw", help="Print the stored payload, byte for byte.")
    ] = False,
    database: Database = None,
) -> None:
    """Show one interview from the cache."""
    with open_services(database) as services:
        if raw:
            sys.stdout.buffer.write(services.interviews.raw(interview_id))
            return
        stored = services.interviews.read(interview_id)
    if as_json:
        emit_json(interview_json(stored))
    else:
        _print(stored)


def search(
    text: Annotated[str, typer.Argument(help='Words; "a phrase" in quotes; begin* with a star.')],
    *,
    as_json: AsJson = False,
    limit: _Limit = 25,
    by_relevance: Annotated[
        bool, typer.Option("--relevance", help="Best match first; else the newest.")
    ] = False,
    database: Database = None,
) -> None:
    """Search transcripts, questions and summaries."""
    with open_services(database) as services:
        order = SearchOrder.RELEVANCE if by_relevance else SearchOrder.NEWEST
        answer = services.browse.search(text, limit=limit, order=order)
    if as_json:
        emit_json({"query": text} | answer.model_dump(mode="json"))
        return
    for hit in answer.hits:
        console.print(Text("  ".join(one_line(cell) for cell in _cells(hit.row))), style="bold")
        for passage in hit.passages:
            where = notation.clock(passage.start_s) if passage.start_s is not None else "     "
            line = Text(one_line(passage.text))
            for start, end in passage.highlights:
                line.stylize("reverse", start, end)
            console.print(Text(f"  {where:>7}  ").append_text(line))
    console.print(f"{len(answer.hits)} of {answer.total} interviews")


def _cells(row: InterviewRow) -> tuple[str, ...]:
    return (
        row.id,
        row.candidate_name or row.candidate_email or "no name given",
        row.role or "",
        row.vendor,
        notation.on_its_scale(row.overall) + (", speaker match low" if row.is_doubtful else ""),
        row.outcome.value,
        row.status.value,
        f"{row.happened_at:%Y-%m-%d}" if row.happened_at else "",
    )


def _levels(profile: LanguageProfile) -> str:
    """Say which CEFR levels the vendor issued."""
    levels = ", ".join(f"{one.name} {one.cefr}" for one in profile.levels)
    return f"CEFR, as issued: {profile.cefr or 'no level of the whole'} ({levels or 'no others'})"


def _print(stored: StoredInterview) -> None:
    interview = stored.interview
    name = interview.candidate.name or interview.candidate.email or "no name given"
    facts = Table.grid(padding=(0, 2))
    for label, value in (
        ("Candidate", name),
        ("Role", interview.role or "not given"),
        ("Status", f"{interview.status} (vendor: {interview.vendor_status or 'no word'})"),
        ("Outcome", f"{interview.outcome} (vendor: {interview.vendor_outcome or 'no word'})"),
        ("Version", interview.assessment_version or "not given"),
        ("Source", f"{interview.vendor}, fetched {stored.fetched_at:%Y-%m-%d %H:%M} UTC"),
    ):
        facts.add_row(label, Text(one_line(value)))
    console.print(facts)
    scores = Table("score", "value (vendor's band, level not stated)", "stability", box=None)
    for score in interview.scores:
        cells = (f"{score.kind}: {score.name}", notation.on_its_scale(score), score.label or "")
        scores.add_row(*(Text(one_line(cell)) for cell in cells))
    console.print(scores)
    if interview.language and (interview.language.cefr or interview.language.levels):
        console.print(Text(one_line(_levels(interview.language))))
    for notice in interview.notices:
        console.print(Text(f"! {notice.code}: {one_line(notice.text)}"))
