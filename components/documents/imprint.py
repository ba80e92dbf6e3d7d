"""What every document says about itself: filters, time, n, instruments, limits, file name."""

from collections.abc import Iterable, Sequence

from components.documents.explanations import Explained, explanation
from components.documents.sentences import short
from services.models.answered import Edition
from services.models.content import About, Meaning


def about(
    edition: Edition,
    *,
    filters: str,
    counted: str,
    instruments: Sequence[str],
    limits: Iterable[str] = (),
) -> About:
    """Return what every page and slide prints; equal limits are said once."""
    return About(
        filters=filters,
        made_at=edition.made_at,
        counted=counted,
        instruments=tuple(instruments),
        limits=tuple(dict.fromkeys((*limits, *edition.limits))),
        is_masked=edition.is_masked,
        is_synthetic=edition.is_synthetic,
        program=edition.program,
    )


def instrument_words(vendor: str, version: str | None, edition: Edition) -> str:
    """Say what measured: "Qode, pf_domain_3p_v4"."""
    return f"{edition.titles.get(vendor, vendor)}, {short(version or 'no version named')}"


def stem(what: str, edition: Edition) -> str:
    """Return the name of a file without its extension: "cohorts-2026-11-23-1504"."""
    masked = "-masked" if edition.is_masked else ""
    return f"{what}{masked}-{edition.made_at:%Y-%m-%d-%H%M}"


def meanings(explained: Iterable[Explained]) -> tuple[Meaning, ...]:
    """Return the appendix: what each number means, once each, in the order of the explanations."""
    wanted = set(explained)
    told = (explanation(each) for each in Explained if each in wanted)
    return tuple(
        Meaning(
            title=each.title,
            # The texts are markdown whose only marks are those of code.
            parts=tuple((heading, text.replace("`", "")) for heading, text in each.parts),
        )
        for each in told
    )
