"""What each number means: what it is, its formula, its source field and its limits."""

import tomllib
from collections.abc import Mapping
from enum import StrEnum
from importlib.resources import files
from types import MappingProxyType

from services.models.value import Value


class Explained(StrEnum):
    """Every metric that a page shows; the value is its heading in `explanations.toml`."""

    SCORE = "score"
    BAND = "band"
    CUT = "cut"
    OUTCOME = "outcome"
    OVERALL_MEAN = "overall_mean"
    CONFIDENCE_INTERVAL = "confidence_interval"
    MEDIAN = "median"
    QUARTILES = "quartiles"
    PASS_RATE = "pass_rate"  # noqa: S105  (a rate of those who pass)
    COVERAGE = "coverage"
    NOTICE_RATE = "notice_rate"
    MEAN_DIFFERENCE = "mean_difference"
    HEDGES_G = "hedges_g"
    CLIFFS_DELTA = "cliffs_delta"
    PASS_DIFFERENCE = "pass_difference"  # noqa: S105  (a difference of two rates)
    HOLM = "holm"
    RANDOM_EFFECTS = "random_effects"
    TAU_SQUARED = "tau_squared"
    I_SQUARED = "i_squared"
    TREND = "trend"
    KRIPPENDORFF_ALPHA = "krippendorff_alpha"
    ICC2_1 = "icc2_1"
    ICC2_K = "icc2_k"
    SEVERITY = "severity"
    CRITERION_SPREAD = "criterion_spread"
    SHARE_OF_MAXIMUM = "share_of_maximum"
    SPLIT_PANEL = "split_panel"
    DIFFICULTY = "difficulty"
    SPREAD = "spread"
    DISCRIMINATION = "discrimination"
    SKIP_RATE = "skip_rate"
    QUESTION_TIME = "question_time"
    DRIFT = "drift"
    SIGNAL = "signal"
    SIGNAL_SHARE = "signal_share"
    SIGNAL_RATE = "signal_rate"
    REVIEWS = "reviews"
    AWAITING_REVIEW = "awaiting_review"
    FUNNEL_STAGE = "funnel_stage"
    LATENCY = "latency"
    CEFR_LEVEL = "cefr_level"
    DERIVED_LEVEL = "derived_level"
    SEPARATION = "separation"
    SPEAKER_MATCH = "speaker_match"
    NEW_SINCE = "new_since"


class Explanation(Value):
    """One metric in plain words; the texts are markdown of our own."""

    id: Explained
    title: str
    what: str
    formula: str
    source: str
    """The vendors' fields that it comes from."""
    limits: str

    @property
    def parts(self) -> tuple[tuple[str, str], ...]:
        """Return the four parts, each with its heading."""
        return (
            ("What it is", self.what),
            ("Formula", self.formula),
            ("Source field", self.source),
            ("Limits", self.limits),
        )


def explanation(metric: Explained) -> Explanation:
    """Return what a number means."""
    return EXPLANATIONS[metric]


def metrics_section() -> str:
    """Return all explanations as the section of docs/methods.md, in markdown."""
    entries = [
        "\n".join(
            (
                f"### {each.title}",
                "",
                *(f"- **{heading}.** {text}" for heading, text in each.parts),
            )
        )
        for each in EXPLANATIONS.values()
    ]
    return "\n\n".join(("## Metrics", _INTRODUCTION, *entries)) + "\n"


_INTRODUCTION = (
    "Every number on a page has a “What is this number?” beside it, which holds these same texts."
)


def _read() -> Mapping[Explained, Explanation]:
    text = (files(__package__) / "explanations.toml").read_text(encoding="utf-8")
    told = {
        Explained(name): Explanation.model_validate({"id": name, **fields})
        for name, fields in tomllib.loads(text).items()
    }
    return MappingProxyType({metric: told[metric] for metric in Explained})


EXPLANATIONS = _read()
"""Each metric's explanation; a metric without one, or an unknown one, does not start."""
