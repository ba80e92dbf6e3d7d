"""The report's language: the profile on the vendor's scale, and a level only if one was issued."""

from collections.abc import Iterator

from components.charts import is_doubtful
from components.charts.language import beside
from components.documents.drawing import chart
from components.documents.explanations import Explained
from components.documents.interview_drawings import language_profile
from components.documents.interview_findings import (
    LEVEL_NOT_STATED,
    VOICE_IN_DOUBT,
    language_finding,
)
from components.documents.interview_part import Part, part
from components.documents.interview_words import language_facts
from components.documents.ranges import axis_of, ranges, score_range
from services.models import notation
from services.models.answered import Edition
from services.models.content import Chart, Depth, Facts, Listing, NativeChart, Words
from services.models.language import LanguageProfile
from services.models.report import InterviewReport
from services.models.table import Table

_ATTACHED = (*("Which", "Vendor", "Version", "Date", "CEFR issued", "Overall", "Speaker match"),)


def language(profile: LanguageProfile | None) -> Iterator[Part]:
    """Yield the profile with the vendor's words on it."""
    if profile is None:
        return
    facts = language_facts(profile)
    reasons = tuple((one.name, one.text) for one in profile.explanations)
    yield from part(
        "Language",
        _profile(profile),
        Words(profile.summary) if profile.summary else None,
        Words(" · ".join(facts)) if facts else None,
        Words("Why it was scored so, in the vendor's words:") if reasons else None,
        Facts(reasons) if reasons else None,
        explained=(Explained.SCORE, Explained.CEFR_LEVEL, Explained.SPEAKER_MATCH),
        depth=Depth.BRIEF,
    )


def attached(report: InterviewReport, edition: Edition) -> Iterator[Part]:
    """Yield the results that belong to this interview, and what this one belongs to."""
    groups = (
        ("another vendor's result for this interview", report.attached),
        ("this result belongs to it", report.attached_to),
    )
    rows = tuple(
        (
            which,
            edition.titles.get(row.vendor, row.vendor),
            row.assessment_version,
            notation.day(row.happened_at) if row.happened_at else None,
            row.cefr,
            notation.on_its_scale(row.overall),
            str(row.match) if row.match else None,
        )
        for which, found in groups
        for row in found
    )
    if rows:
        table = Table(columns=_ATTACHED, rows=rows)
        remark = "Results of other instruments: shown beside this one, never added to its scores."
        listing = Listing("attached", "Results of other instruments", table, remarks=(remark,))
        yield from part("Attached results", listing)


def _profile(profile: LanguageProfile) -> Chart | Words:
    drawing = language_profile(profile)
    finding = language_finding(profile)
    if drawing is None:
        return Words(finding)
    remarks = (
        VOICE_IN_DOUBT if is_doubtful(profile) else None,
        LEVEL_NOT_STATED
        if any(score.has_band for score in profile.dimensions)
        else "The vendor gives no bands: how sure these scores are is not known.",
        "The vendor could score some dimensions only." if profile.is_partial else None,
    )
    return chart(
        drawing,
        finding=finding,
        native=_native(profile),
        remarks=[remark for remark in remarks if remark],
    )


def _native(profile: LanguageProfile) -> NativeChart | None:
    scale = axis_of(profile.dimensions)
    doubt = "speaker match low" if is_doubtful(profile) else ""
    return ranges(
        (
            score_range(
                score.name,
                score,
                scale=scale,
                remark=", ".join(each for each in (beside(profile, score.name), doubt) if each),
            )
            for score in profile.dimensions
        ),
        scale=scale,
    )
