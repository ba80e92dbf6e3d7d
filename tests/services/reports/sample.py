"""Documents made by hand for the tests of all formats: one with every kind of block, one hostile.

All people are invented.
"""

from datetime import datetime
from zoneinfo import ZoneInfo

from services.models.content import (
    About,
    Block,
    Chart,
    Content,
    Facts,
    Listing,
    Meaning,
    Remark,
    Section,
    Tone,
    Words,
)
from services.models.table import Table
from tests.services.reports.sample_charts import forest_chart, funnel_chart
from tests.services.reports.sample_texts import NASTY, PEOPLE

MADE_AT = datetime(2026, 11, 23, 15, 4, tzinfo=ZoneInfo("Europe/Berlin"))


def sample_content(*, charts: int = 2) -> Content:
    """Return a document with every kind of block and `charts` figures, in turn of two kinds."""
    figures = [(forest_chart, funnel_chart)[number % 2](number) for number in range(charts)]
    return Content(
        title="Cohorts: nurses and drivers",
        subtitle="How do these cohorts differ, and what could be chance?",
        about=about(),
        sections=(
            Section("Summary", (*_summary(),)),
            *((Section("Figures", tuple(figures)),) if figures else ()),
            Section("People", (people_listing(), empty_listing())),
            Section("Transcript", (transcript(rows=12),)),
        ),
        stem="cohorts-2026-11-23-1504",
        meanings=meanings(),
    )


def hostile_content() -> Content:
    """Return a document in which every text that can come from outside is hostile."""
    every = " ".join(NASTY)
    blocks: tuple[Block, ...] = (
        Words(every),
        Facts(tuple((f"Field {text}", text) for text in NASTY)),
        Remark(NASTY, Tone.WARNING),
        _named(forest_chart(0, people=NASTY), every),
        Listing("hostile", every, _hostile_table(), finding=every, remarks=NASTY),
    )
    return Content(
        title=f"Report {every}",
        subtitle=every,
        about=about(filters=every, instruments=NASTY[:3], limits=NASTY[3:6]),
        sections=(Section(every, blocks), Section("Last", (Words("The end."),))),
        stem="hostile-2026-11-23-1504",
        meanings=(Meaning(every, (("What it is", every),)),),
    )


def about(
    *,
    filters: str = "Role: Nurse, Driver · since 2026-01-01",
    instruments: tuple[str, ...] = ("Qode, pf_domain_3p_v4", "ZenHire, no version named"),
    limits: tuple[str, ...] = (
        "All intervals are at the 95 % level.",
        "Drivers: n = 12, fewer than 30, so their figures may change much with each interview.",
    ),
    is_masked: bool = False,
) -> About:
    """Return what every page of a document says, of 15:04 in Berlin."""
    return About(
        filters=filters,
        made_at=MADE_AT,
        counted="n = 120 interviews",
        instruments=instruments,
        limits=limits,
        is_masked=is_masked,
        is_synthetic=True,
        program="Scoreband 0.1.0",
    )


def _summary() -> tuple[Block, ...]:
    return (
        Words(
            "Nurses scored 71.3 on average (69.8 to 72.9).\n"
            "The difference to drivers, −3.1 (−6.4 to 0.2), could be chance."
        ),
        Facts(
            (
                ("Role", "Nurse, Driver"),
                ("Interviews", "120, of which 9 without a score"),
                ("Shortlist", ", ".join(PEOPLE)),
            )
        ),
        Remark(("Two assessment versions were used; they are counted apart.",)),
        Remark(
            (
                "Vendor intervals: the level is not stated.",
                "The vendor's totals and sums differ in three interviews.",
            ),
            Tone.WARNING,
        ),
    )


def people_listing() -> Listing:
    """Return a table with texts in many scripts, whole numbers, fractions and empty cells."""
    return Listing(
        key="people",
        title="Shortlist",
        table=Table(
            columns=("Candidate", "E-mail", "Role", "Score", "Band", "Share", "Questions"),
            rows=tuple(
                (
                    name,
                    f"person.{row}@example.com",
                    "Nurse" if row % 2 else "Driver",
                    None if row == len(PEOPLE) - 1 else 71.5 - row,
                    None if row == len(PEOPLE) - 1 else f"{68 - row}–{75 - row}",
                    round(0.625 - row / 16, 4),
                    1200 + row,
                )
                for row, name in enumerate(PEOPLE)
            ),
        ),
        finding="Six people are on the shortlist; one of them has no score.",
        remarks=("Shares are of all questions asked.",),
    )


def empty_listing() -> Listing:
    """Return a table without rows."""
    return Listing("reviews", "Reviews", Table(columns=("Interview", "Said", "By")))


def transcript(*, rows: int) -> Listing:
    """Return a long list of turns in several scripts."""
    said = (
        "How did you find the cause of the outage?",
        "Trước hết tôi xem nhật ký, rồi so sánh hai phiên bản.",
        "我先看了日志，然后把两个版本逐行对比，最后找到了原因。",
        "نظرت أولاً في السجلات ثم قارنت بين الإصدارين (v1.2 و v1.3).",
        "A longer answer, so that lines have to wrap: first the dashboards, then the logs of the "
        "last hour, and in the end a colleague who had changed the setting the evening before. 🙂",
    )
    return Listing(
        key="transcript",
        title="What was said",
        table=Table(
            columns=("Time", "Speaker", "Text"),
            rows=tuple(
                (
                    f"{row * 17 // 60}:{row * 17 % 60:02}",
                    "Interviewer" if row % 5 == 0 else "Candidate",
                    said[row % len(said)],
                )
                for row in range(rows)
            ),
        ),
        is_long=True,
    )


def meanings() -> tuple[Meaning, ...]:
    """Return an appendix of two numbers."""
    return (
        Meaning(
            "Score band",
            (
                ("What it is", "The range in which the vendor places the true score."),
                ("Formula", "The vendor's own; its level is not stated."),
                ("Source field", "overall.ci_lower, overall.ci_upper"),
                ("Limits", "Two bands that overlap cannot be told apart."),
            ),
        ),
        Meaning(
            "Mean with its interval",
            (
                ("What it is", "The average of the scores that were given."),
                ("Formula", "Student's t interval: mean ± t · s / √n"),
                ("Limits", "Below five scores there is none."),
            ),
        ),
    )


def _named(chart: Chart, text: str) -> Chart:
    return Chart(
        key=chart.key,
        title=text,
        finding=text,
        alt=text,
        figure=chart.figure,
        table=chart.table,
        native=chart.native,
        remarks=(text,),
    )


def _hostile_table() -> Table:
    return Table(
        columns=("Number", NASTY[0], "=1+1"),
        rows=tuple((number, text, f"x {text}") for number, text in enumerate(NASTY)),
    )
