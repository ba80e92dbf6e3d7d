"""Remarks: the named sentences of Qode's summary, list by list."""

from collections.abc import Iterator

from services.models.interview import Remark, RemarkKind
from services.vendors.qode.wire.document import QodeDocument
from services.vendors.qode.wire.summary import Summary


def remarks_of(document: QodeDocument) -> tuple[Remark, ...]:
    """Return what Qode wrote; an entry with neither a name nor a text is no remark."""
    told = _told(document.summary or Summary())
    return tuple(
        Remark.model_construct(kind=kind, name=name or "Without a name", text=text or None)
        for kind, name, text in told
        if name or text
    )


def _told(summary: Summary) -> Iterator[tuple[RemarkKind, str | None, str | None]]:
    for skill in summary.skill_summaries or ():
        yield RemarkKind.SKILL_SUMMARY, skill.skill_name, skill.summary
    for highlight in summary.highlights or ():
        yield RemarkKind.HIGHLIGHT, highlight.highlight_name, highlight.description
    for area in summary.areas_of_expertise or ():
        yield RemarkKind.EXPERTISE, area.skill_name, area.summary
    for reason in summary.reason_to_hire or ():
        yield RemarkKind.REASON_TO_HIRE, reason.reason_name, reason.description
