"""Coverage: how many core domains were covered, and whether the counts agree with the list."""

from services.models.interview import Coverage
from services.models.notice import NoticeCode
from services.vendors._doubts import Doubts
from services.vendors.qode.wire.document import QodeDocument


def coverage_of(document: QodeDocument, doubts: Doubts) -> Coverage | None:
    """Return Qode's counts and its list as they are; None when it gave neither."""
    core, covered = document.count_all_core_domains, document.count_covered_core_domains
    uncovered = document.uncovered_domains
    if core is None and covered is None and not uncovered:
        return None
    if core is not None and covered is not None:
        _note_conflict(core, covered, uncovered, doubts)
    return Coverage.model_construct(
        core_domains=core, covered=covered, uncovered=tuple(uncovered or ())
    )


def _note_conflict(core: int, covered: int, uncovered: list[str] | None, doubts: Doubts) -> None:
    if covered > core:
        text = f"{covered} of {core} core domains are covered, which cannot be."
    elif uncovered is not None and len(uncovered) != core - covered:
        text = (
            f"{covered} of {core} core domains are covered, but {len(uncovered)} are listed as "
            "not covered."
        )
    else:
        return
    doubts.add(NoticeCode.COVERAGE_CONFLICT, f"{text} Kept as given.", "uncovered_domains")
