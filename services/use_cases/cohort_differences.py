"""How cohorts differ: every pair in every metric, corrected for how many are looked at."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations

from services.analysis.effect_size import cliffs_delta, hedges_g
from services.analysis.means import welch
from services.analysis.multiplicity import corrected_level, holm
from services.analysis.proportions import share_difference
from services.analysis.random_effects import random_effects_difference
from services.models.cohort import (
    FEWEST_FOR_A_SUMMARY,
    CohortFigures,
    CohortSummary,
    Difference,
    Metric,
    PassDifference,
)
from services.models.estimate import Estimate, Tested, refused
from services.use_cases.cohort_figures import Levels, Sample
from services.use_cases.cohort_sentences import (
    PERCENTAGE_POINTS,
    chance_words,
    pass_sentence,
    score_sentence,
    unit_of,
)


@dataclass(frozen=True)
class Compared:
    """One cohort as it is compared: its summary, its samples, and which instruments measured."""

    summary: CohortSummary
    samples: Sequence[Sample]
    instruments: frozenset[int]


@dataclass(frozen=True)
class Differences:
    """Compares cohorts at a level."""

    levels: Levels
    may_cross: bool
    """Whether a reader chose to compare what different instruments measured."""

    def of_scores(self, cohorts: Sequence[Compared]) -> tuple[Difference, ...]:
        """Return every pair in every metric, Holm's correction over all of them."""
        asked = [
            (a, b, index)
            for index in range(len(cohorts[0].samples) if cohorts else 0)
            for a, b in combinations(cohorts, 2)
        ]
        tested = [self._tested(a, b, index) for a, b, index in asked]
        adjusted = holm([each.p_value for each in tested])
        tests = sum(p is not None for p in adjusted)
        return tuple(
            self._difference(a, b, index, tested=found, p_holm=p_holm, tests=tests)
            for (a, b, index), found, p_holm in zip(asked, tested, adjusted, strict=True)
        )

    def of_passing(self, cohorts: Sequence[Compared]) -> tuple[PassDifference, ...]:
        """Return every pair's pass rates, Holm's correction over all of them."""
        asked = list(combinations(cohorts, 2))
        tested = [self._passing(a, b, level=self.levels.own) for a, b in asked]
        adjusted = holm([each.p_value for each in tested])
        tests = sum(p is not None for p in adjusted)
        return tuple(
            self._pass_difference(a, b, tested=found, p_holm=p_holm, tests=tests)
            for (a, b), found, p_holm in zip(asked, tested, adjusted, strict=True)
        )

    def _tested(self, a: Compared, b: Compared, index: int) -> Tested:
        refusal = self._refusal(a, b, index)
        if refusal:
            return Tested(difference=self._refused(refusal, a, b, index))
        return welch(a.samples[index].values, b.samples[index].values, level=self.levels.own)

    def _difference(
        self,
        a: Compared,
        b: Compared,
        index: int,
        *,
        tested: Tested,
        p_holm: float | None,
        tests: int,
    ) -> Difference:
        first, second = a.samples[index], b.samples[index]
        metric, labels = first.metric, (a.summary.label, b.summary.label)
        corrected = self._corrected(
            tested,
            p_holm,
            tests,
            lambda level: welch(first.values, second.values, level=level).difference,
        )
        chance = chance_words(corrected, comparisons=tests, unit=unit_of(metric))
        sizes = self._sizes(a, b, index, refusal=self._refusal(a, b, index))
        return Difference(
            a=labels[0],
            b=labels[1],
            metric=metric,
            mean=tested.difference,
            p_value=tested.p_value,
            p_holm=p_holm,
            corrected_lower=corrected and corrected[0],
            corrected_upper=corrected and corrected[1],
            hedges_g=sizes[0],
            cliffs_delta=sizes[1],
            with_bands=sizes[2],
            sentence=score_sentence(labels, metric, tested.difference, chance=chance),
        )

    def _sizes(
        self, a: Compared, b: Compared, index: int, *, refusal: str
    ) -> tuple[Estimate, Estimate, Estimate]:
        """Return Hedges' g, Cliff's delta and the difference that counts the bands."""
        if refusal:
            no = self._refused(refusal, a, b, index)
            return no, no, no
        first, second, level = a.samples[index], b.samples[index], self.levels.own
        bands = (_figures(a, first.metric), _figures(b, first.metric))
        return (
            hedges_g(first.values, second.values, level=level),
            cliffs_delta(first.values, second.values, level=level),
            random_effects_difference(
                bands[0].random_effects, bands[1].random_effects, level=level
            ),
        )

    def _refusal(self, a: Compared, b: Compared, index: int) -> str:
        if any(each.samples[index].is_too_small for each in (a, b)):
            return f"Fewer than {FEWEST_FOR_A_SUMMARY} scores on one side."
        return self._crossing(a, b)

    def _crossing(self, a: Compared, b: Compared) -> str:
        if self.may_cross or a.instruments == b.instruments:
            return ""
        return (
            "Different instruments measured them, and a difference could be the instruments’. "
            "Choose to put them together to see it all the same."
        )

    def _refused(self, refusal: str, a: Compared, b: Compared, index: int) -> Estimate:
        n = a.samples[index].census.scored + b.samples[index].census.scored
        return refused(refusal, level=self.levels.own, n=n, method="mean_difference")

    def _passing(self, a: Compared, b: Compared, *, level: float) -> Tested:
        sides = [(each.summary.passed, each.summary.failed) for each in (a, b)]
        few = any(sum(side) < FEWEST_FOR_A_SUMMARY for side in sides)
        refusal = self._crossing(a, b)
        if few:
            refusal = f"Fewer than {FEWEST_FOR_A_SUMMARY} verdicts on one side."
        if refusal:
            n = sum(map(sum, sides))
            return Tested(difference=refused(refusal, level=level, n=n, method="pass_difference"))
        first, second = ((passed, passed + failed) for passed, failed in sides)
        return share_difference(first, second, level=level)

    def _pass_difference(
        self, a: Compared, b: Compared, *, tested: Tested, p_holm: float | None, tests: int
    ) -> PassDifference:
        labels = (a.summary.label, b.summary.label)
        corrected = self._corrected(
            tested, p_holm, tests, lambda level: self._passing(a, b, level=level).difference
        )
        chance = chance_words(corrected, comparisons=tests, unit=PERCENTAGE_POINTS)
        return PassDifference(
            a=labels[0],
            b=labels[1],
            difference=tested.difference,
            p_value=tested.p_value,
            p_holm=p_holm,
            corrected_lower=corrected and corrected[0],
            corrected_upper=corrected and corrected[1],
            sentence=pass_sentence(labels, tested.difference, chance=chance),
        )

    def _corrected(
        self,
        tested: Tested,
        p_holm: float | None,
        tests: int,
        at: Callable[[float], Estimate],
    ) -> tuple[float, float] | None:
        """Return the interval that excludes 0 exactly when Holm's procedure rejects."""
        if tested.p_value is None or p_holm is None:
            return None
        level = corrected_level(tested.p_value, p_holm, level=self.levels.own, tests=tests)
        found = at(level)
        if found.lower is None or found.upper is None:
            return None
        return found.lower, found.upper


def _figures(compared: Compared, metric: Metric) -> CohortFigures:
    return next(each for each in compared.summary.figures if each.metric == metric)
