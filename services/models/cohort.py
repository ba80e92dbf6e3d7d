"""Cohorts: groups of interviews, what is measured in them, and how they differ."""

from enum import StrEnum

from services.models.browse import InterviewFilter
from services.models.estimate import Estimate, RandomEffects
from services.models.score import PERCENT, Scale, ScoreKind
from services.models.value import Value

MOST_COHORTS = 8
FEWEST_FOR_A_SUMMARY = 5
"""Below this a cohort shows its dots only: no mean, no interval."""
FEWEST_WITHOUT_A_WARNING = 30
MOST_DOTS = 49
"""Up to this many scores are drawn one by one; above it they are counted in bins."""


class Metric(Value):
    """What is compared: one kind of score of one name on one scale."""

    kind: ScoreKind = ScoreKind.OVERALL
    name: str = "Overall"
    scale: Scale = PERCENT

    @property
    def key(self) -> str:
        """Return the text that a URL and the command line hold: `skill:Kafka`, `overall@0-5`.

        No two metrics have the same; what follows the last @, if there is any, is the scale.
        """
        name = "" if self.kind is ScoreKind.OVERALL else f":{self.name}"
        if self.scale == PERCENT and "@" not in name:
            return f"{self.kind}{name}"
        ends = (repr(end).removesuffix(".0") for end in (self.scale.low, self.scale.high))
        return f"{self.kind}{name}@{'-'.join(ends)}"


class Instrument(Value):
    """What measured: two versions of one vendor's assessment are two instruments."""

    vendor: str
    version: str | None = None
    """None where the vendor names none."""


class Pooling(StrEnum):
    """What a reader chose to put together although it was measured by different instruments."""

    NONE = "none"
    VERSIONS = "versions"
    """All versions of one vendor."""
    VENDORS = "vendors"
    """All vendors, on one scale: never two scales."""


class InstrumentChoice(Value):
    """Whose results are counted; without an instrument, the one with the most results is."""

    pooling: Pooling = Pooling.NONE
    instrument: Instrument | None = None


class CohortDefinition(Value):
    """A group of interviews as a reader defines it; an empty name is made from the filter."""

    name: str = ""
    wanted: InterviewFilter = InterviewFilter()


class CohortSplit(StrEnum):
    """What all interviews can be split up by into cohorts."""

    ROLE = "role"
    VENDOR = "vendor"
    MONTH = "month"
    VERSION = "version"
    OUTCOME = "outcome"
    TYPE = "type"


class SavedCohort(Value):
    """A definition that was saved under its name."""

    id: str
    definition: CohortDefinition


class SavedList(Value):
    """A list of interviews that was saved under a name; `ids` are our own."""

    id: str
    name: str
    ids: tuple[str, ...]


class Census(Value):
    """What became of each member for one metric; the parts add up to `members`."""

    members: int
    scored: int
    not_evaluated: int
    missing: int
    """A result without this score."""
    unscored: int
    """The vendor scores nothing at all."""
    doubtful: int
    """Scored at a low speaker match: perhaps somebody else's score, in no figure."""
    pending: int
    """No result yet, or never: invited, running, no-show and so on."""

    @property
    def coverage(self) -> float | None:
        """Return the share of results that hold this score, 0 to 1."""
        results = self.members - self.pending
        return self.scored / results if results else None


class Distribution(Value):
    """How the scores lie: each value up to `MOST_DOTS` of them, else counts in bins.

    Bins are the same for all cohorts of one metric; `edges` has one element more than `counts`.
    """

    values: tuple[float, ...] = ()
    """Ascending."""
    edges: tuple[float, ...] = ()
    counts: tuple[int, ...] = ()
    beyond: int = 0
    """Scores outside the scale: in every figure, in no bin."""


class CohortFigures(Value):
    """One metric in one cohort."""

    metric: Metric
    census: Census
    distribution: Distribution
    mean: Estimate
    median: Estimate
    lower_quartile: float | None = None
    upper_quartile: float | None = None
    random_effects: RandomEffects
    """The mean that counts the interviews' own bands."""
    remarks: tuple[str, ...] = ()
    """What a reader must know: too few, other scales, scores beyond the scale."""


class InstrumentCount(Value):
    """How many of a cohort's interviews with a result one instrument measured."""

    instrument: Instrument
    count: int
    is_counted: bool
    """Whether the figures rest on it."""


class CohortSummary(Value):
    """One cohort: its members, verdicts and figures, in the order of the answer's metrics."""

    label: str
    wanted: InterviewFilter
    members: int
    """Of the filter, whatever instrument measured them."""
    counted: int
    """Of the instruments that the figures rest on."""
    instruments: tuple[InstrumentCount, ...]
    passed: int
    failed: int
    undetermined: int
    no_verdict: int
    pass_rate: Estimate
    """Of those with a verdict of pass or fail, 0 to 1."""
    notice_rate: Estimate
    """Share of the counted interviews with at least one data-quality notice, 0 to 1."""
    figures: tuple[CohortFigures, ...]


class Corrected(Value):
    """What chance alone could do, after Holm's correction; None where there is no test."""

    a: str
    b: str
    p_value: float | None
    p_holm: float | None
    corrected_lower: float | None
    """The interval of the difference at the level that the correction leaves."""
    corrected_upper: float | None
    sentence: str

    @property
    def could_be_chance(self) -> bool | None:
        """Return whether the corrected interval holds 0; None without one."""
        if self.corrected_lower is None or self.corrected_upper is None:
            return None
        return self.corrected_lower <= 0 <= self.corrected_upper


class Difference(Corrected):
    """How cohort `b` differs from cohort `a` in one metric: b minus a, in the metric's unit."""

    metric: Metric
    mean: Estimate
    hedges_g: Estimate
    cliffs_delta: Estimate
    with_bands: Estimate
    """The difference of the means that count the interviews' own bands."""


class PassDifference(Corrected):
    """How the pass rate of cohort `b` differs from that of `a`: b minus a, as a share."""

    difference: Estimate


class Overlap(Value):
    """How many interviews are in both cohorts."""

    a: str
    b: str
    shared: int


class CohortAnswer(Value):
    """Everything about cohorts side by side."""

    level: float
    metrics: tuple[Metric, ...]
    """Those of which there are figures, in the order of `CohortSummary.figures`."""
    available: tuple[Metric, ...]
    """All that could be asked for, overall first."""
    choice: InstrumentChoice
    """As it was asked for."""
    chosen: tuple[Instrument, ...]
    """What the figures rest on."""
    instruments: tuple[InstrumentCount, ...]
    """All instruments of all cohorts."""
    cohorts: tuple[CohortSummary, ...]
    differences: tuple[Difference, ...]
    pass_differences: tuple[PassDifference, ...]
    overlaps: tuple[Overlap, ...]
    """Only of pairs that share interviews."""
    warnings: tuple[str, ...]
