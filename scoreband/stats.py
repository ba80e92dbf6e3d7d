"""`scoreband stats`: cohorts compared and graders' agreement, the same figures as on the pages."""

from collections.abc import Mapping
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from scoreband.cohort_option import parse_cohort
from scoreband.filter_option import KEYS, known, parse_filter
from scoreband.options import AsJson, Database, open_services
from scoreband.output import console, emit_json, one_line
from services.models import notation
from services.models.agreement import Agreement
from services.models.cohort import (
    CohortAnswer,
    CohortSummary,
    Difference,
    InstrumentChoice,
    PassDifference,
    Pooling,
)
from services.models.estimate import Estimate

_Pool = Annotated[
    Pooling,
    typer.Option("--pool", help="Count several assessment versions, or vendors, as one."),
]
_Cell = float | int | str | None

stats = typer.Typer(
    help="Compare cohorts, and ask whether the graders agree.", no_args_is_help=True
)


def add_commands(app: typer.Typer) -> None:
    """Add the `stats` commands to `app`."""
    app.add_typer(stats, name="stats")


@stats.command()
def compare(
    cohorts: Annotated[
        list[str],
        typer.Option(
            "--cohort",
            metavar="KEY=VALUE[&KEY=VALUE]",
            help=f"Repeatable, up to 8; “all”, a saved cohort's name, or {', '.join(KEYS)}.",
        ),
    ],
    *,
    metric: Annotated[
        str, typer.Option("--metric", metavar="KEY", help="Such as overall or skill:Kafka.")
    ] = "overall",
    pool: _Pool = Pooling.NONE,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Compare cohorts in one metric: means, medians, pass rates, differences, each with its n."""
    with open_services(database) as services:
        saved = {one.definition.name: one.definition for one in services.store.saved_cohorts()}
        meant = known(services)
        answer = services.analyses.cohorts.compare(
            [parse_cohort(text, saved, meant) for text in cohorts],
            metrics=(metric,),
            choice=InstrumentChoice(pooling=pool),
        )
    if as_json:
        emit_json(compared_json(answer))
    else:
        _print_cohorts(answer)


@stats.command()
def agreement(
    *,
    chosen: Annotated[
        list[str] | None,
        typer.Option("--filter", metavar="KEY=VALUE", help=f"Repeatable; {', '.join(KEYS)}."),
    ] = None,
    pool: _Pool = Pooling.NONE,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Tell how far the AI graders agree: Krippendorff's alpha and intraclass correlations."""
    with open_services(database) as services:
        wanted = parse_filter(chosen or (), known(services))
        choice = InstrumentChoice(pooling=pool)
        found, warnings = services.analyses.agents.agreement(wanted, choice)
    if as_json:
        emit_json(agreement_json(found) | {"warnings": list(warnings)})
        return
    table = Table("index", "estimate", "interval", "n", box=None)
    for name, estimate in _indices(found).items():
        said = (_written(estimate.estimate, 3), _interval(estimate, 3), str(estimate.n))
        table.add_row(name, *said)
    console.print(table)
    refusals = {each.refusal for each in _indices(found).values() if each.refusal}
    for sentence in sorted(refusals):
        console.print(Text(one_line(sentence)))
    console.print(f"{found.agents} agents, {found.targets} targets judged by two or more")
    for sentence in warnings:
        console.print(Text(f"! {one_line(sentence)}"))


def compared_json(answer: CohortAnswer) -> dict[str, object]:
    """Return the answer as one document; rates are shares from 0 to 1, None where refused."""
    metric = answer.metrics[0] if answer.metrics else None
    passing = {(each.a, each.b): each for each in answer.pass_differences}
    return {
        "metric": metric.key if metric else None,
        "cohorts": [_cohort_json(each) for each in answer.cohorts],
        "differences": [
            _difference_json(each, passing[each.a, each.b]) for each in answer.differences
        ],
        "level": answer.level,
        "warnings": list(all_warnings(answer)),
    }


def agreement_json(found: Agreement) -> dict[str, object]:
    """Return the agreement as one document."""
    indices = {
        name: {
            "estimate": each.estimate,
            "lower": each.lower,
            "upper": each.upper,
            "n": each.n,
            "refusal": each.refusal or None,
        }
        for name, each in _indices(found).items()
    }
    level = found.alpha.level
    return {**indices, "n": found.targets, "agents": found.agents, "level": level}


def all_warnings(answer: CohortAnswer) -> tuple[str, ...]:
    """Return what a reader must know, the whole answer's and each cohort's own."""
    own = (
        f"{cohort.label}: {sentence}"
        for cohort in answer.cohorts
        for figures in cohort.figures
        for sentence in (figures.mean.refusal, *figures.remarks)
        if sentence
    )
    return tuple(dict.fromkeys((*answer.warnings, *own)))


def _indices(found: Agreement) -> Mapping[str, Estimate]:
    return {"alpha": found.alpha, "icc2_1": found.icc2_1, "icc2_k": found.icc2_k}


def _cohort_json(cohort: CohortSummary) -> dict[str, _Cell]:
    figures = cohort.figures[0] if cohort.figures else None
    mean, median = (figures.mean, figures.median) if figures else (None, None)
    return {
        "label": cohort.label,
        "n": figures.census.scored if figures else 0,
        "mean": mean.estimate if mean else None,
        "lower": mean.lower if mean else None,
        "upper": mean.upper if mean else None,
        "median": median.estimate if median else None,
        "pass_rate": cohort.pass_rate.estimate,
        "pass_lower": cohort.pass_rate.lower,
        "pass_upper": cohort.pass_rate.upper,
        "members": cohort.members,
        "coverage": figures.census.coverage if figures else None,
    }


def _difference_json(found: Difference, passing: PassDifference) -> dict[str, _Cell]:
    return {
        "a": found.a,
        "b": found.b,
        "mean_difference": found.mean.estimate,
        "lower": found.mean.lower,
        "upper": found.mean.upper,
        "p_value": found.p_value,
        "p_holm": found.p_holm,
        "hedges_g": found.hedges_g.estimate,
        "g_lower": found.hedges_g.lower,
        "g_upper": found.hedges_g.upper,
        "cliffs_delta": found.cliffs_delta.estimate,
        "delta_lower": found.cliffs_delta.lower,
        "delta_upper": found.cliffs_delta.upper,
        "pass_difference": passing.difference.estimate,
        "pass_lower": passing.difference.lower,
        "pass_upper": passing.difference.upper,
        "sentence": found.sentence,
    }


def _print_cohorts(answer: CohortAnswer) -> None:
    level = notation.number(100 * answer.level)
    table = Table("cohort", "n", f"mean ({level} %)", "median", f"pass rate ({level} %)", box=None)
    for cohort in answer.cohorts:
        figures = cohort.figures[0] if cohort.figures else None
        rate = cohort.pass_rate
        table.add_row(
            Text(one_line(cohort.label)),
            str(figures.census.scored if figures else 0),
            _with_interval(figures.mean) if figures else "—",
            _written(figures.median.estimate, 1) if figures else "—",
            "—" if rate.estimate is None else f"{rate.estimate:.1%} ({_interval(rate, 3)})",
        )
    console.print(table)
    sentences = [*(each.sentence for each in answer.differences)]
    sentences += [each.sentence for each in answer.pass_differences]
    for sentence in sentences:
        console.print(Text(one_line(sentence)))
    for sentence in all_warnings(answer):
        console.print(Text(f"! {one_line(sentence)}"))


def _with_interval(found: Estimate) -> str:
    if found.estimate is None:
        return "—"
    ends = f" ({_interval(found, 1)})" if found.has_interval else ""
    return f"{_written(found.estimate, 1)}{ends}"


def _interval(found: Estimate, places: int) -> str:
    if not found.has_interval:
        return "—"
    return f"{_written(found.lower, places)} to {_written(found.upper, places)}"


def _written(value: float | None, places: int) -> str:
    return "—" if value is None else notation.number(value, places=places)
