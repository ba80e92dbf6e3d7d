"""The vendor's summary in words: which lists there are, and what stands in them."""

from collections.abc import Iterator
from dataclasses import dataclass

from services.models.interview import Interview, RemarkKind

_TITLES = {
    RemarkKind.OVERALL: "Overall",
    RemarkKind.HIGHLIGHT: "Highlights",
    RemarkKind.SKILL_SUMMARY: "Skills in words",
    RemarkKind.REASON_TO_HIRE: "Reasons to hire, as the vendor sees them",
    RemarkKind.EXPERTISE: "Areas of expertise",
    RemarkKind.EVALUATION: "The vendor's evaluation",
    RemarkKind.STRENGTH: "Strong points, as the vendor sees them",
    RemarkKind.WEAKNESS: "Weak points, as the vendor sees them",
    RemarkKind.RECOMMENDATION: "The vendor's recommendation",
    RemarkKind.FEEDBACK: "Feedback for the candidate",
}


@dataclass(frozen=True, slots=True)
class RemarkList:
    """The remarks of one kind, as (name, text); a name may stand alone."""

    kind: RemarkKind
    title: str
    named: tuple[tuple[str, str | None], ...]

    @property
    def is_plain(self) -> bool:
        """Whether it is a list of sentences without names."""
        return self.kind is not RemarkKind.EXPERTISE and all(text is None for _, text in self.named)


def remark_lists(interview: Interview) -> Iterator[RemarkList]:
    """Yield the lists that there are; areas of expertise are one line."""
    for kind, title in _TITLES.items():
        named = tuple((one.name, one.text) for one in interview.remarks if one.kind is kind)
        if named and kind is RemarkKind.EXPERTISE:
            named = ((" · ".join(name for name, _ in named), None),)
        if named:
            yield RemarkList(kind, title, named)
