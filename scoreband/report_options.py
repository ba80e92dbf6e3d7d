"""Options that several reports share: which interviews, whose results, which figures."""

import re
from dataclasses import dataclass
from typing import Annotated

import typer

from scoreband.filter_option import KEYS, Known, vendor_named
from services.errors import InputError
from services.models.cohort import Instrument, InstrumentChoice, Pooling
from services.models.score import ScoreKind
from services.models.trend import Period

Chosen = Annotated[
    list[str] | None,
    typer.Option("--filter", metavar="KEY=VALUE", help=f"Repeatable; {', '.join(KEYS)}."),
]


@dataclass(frozen=True, slots=True)
class Counted:
    """Options that say whose results are counted."""

    pool: Annotated[
        Pooling,
        typer.Option("--pool", help="Count several assessment versions, or vendors, as one."),
    ] = Pooling.NONE
    instrument: Annotated[
        str | None,
        typer.Option(
            "--instrument",
            metavar="VENDOR[:VERSION]",
            help="Whose results count; else those of most.",
        ),
    ] = None

    def choice(self, known: Known) -> InstrumentChoice:
        """Return whose results count.

        Raises:
            InputError: both a pooling and one instrument are named, or a vendor that is not known.
        """
        if self.instrument is None:
            return InstrumentChoice(pooling=self.pool)
        if self.pool is not Pooling.NONE:
            msg = "--instrument names one and --pool puts several together: leave one of them out."
            raise InputError(msg)
        vendor, _, version = self.instrument.partition(":")
        named = vendor_named(vendor, known=known)
        return InstrumentChoice(instrument=Instrument(vendor=named, version=version or None))


@dataclass(frozen=True, slots=True)
class Drawn:
    """Options that say which figures of cohorts are drawn."""

    kind: Annotated[
        ScoreKind | None, typer.Option("--kind", help="Which scores; else the kind of --metric.")
    ] = None
    metric: Annotated[
        str | None,
        typer.Option("--metric", metavar="KEY", help="The score to draw, such as skill:Kafka."),
    ] = None
    bands: Annotated[
        bool, typer.Option("--bands", help="Let the scores' own bands widen the intervals.")
    ] = False
    period: Annotated[Period, typer.Option("--period", help="Step of the trend.")] = Period.MONTH

    @property
    def scores(self) -> ScoreKind:
        """Return the kind of scores that is meant; overall where nothing names another.

        Raises:
            InputError: the metric begins with no kind of score, or with another one than --kind.
        """
        if self.metric is None:
            return self.kind or ScoreKind.OVERALL
        named = re.split("[:@]", self.metric, maxsplit=1)[0]
        if named not in tuple(ScoreKind):
            msg = f"“{self.metric}” is no metric. It begins with one of: {', '.join(ScoreKind)}."
            raise InputError(msg)
        if self.kind not in (None, named):
            msg = (
                f"--metric {self.metric} is no score of --kind {self.kind}: leave one of them out."
            )
            raise InputError(msg)
        return ScoreKind(named)
