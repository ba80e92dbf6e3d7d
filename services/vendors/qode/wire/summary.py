"""Who was interviewed and what Qode wrote about the sitting."""

from services.vendors._wire import Wire


class Profile(Wire):
    """`candidate_profile`."""

    avatar: str | None = None
    fullname: str | None = None
    year_of_experience: float | None = None


class SkillSummary(Wire):
    """An item of `summary.skill_summaries`; `areas_of_expertise` have the name only."""

    skill_name: str | None = None
    summary: str | None = None


class Highlight(Wire):
    """An item of `summary.highlights`."""

    highlight_name: str | None = None
    description: str | None = None


class Reason(Wire):
    """An item of `summary.reason_to_hire`, which newer answers no longer have."""

    reason_name: str | None = None
    description: str | None = None


class Line(Wire):
    """An item of `summary.interview_transcript_line`; it has no time."""

    speaker_name: str | None = None
    transcript: str | None = None


class Summary(Wire):
    """`summary`."""

    skill_summaries: list[SkillSummary] | None = None
    highlights: list[Highlight] | None = None
    areas_of_expertise: list[SkillSummary] | None = None
    reason_to_hire: list[Reason] | None = None
    interview_transcript_line: list[Line] | None = None


class Assets(Wire):
    """`assets`."""

    pdf_report_url: str | None = None
    video_url: str | None = None
    transcript_url: str | None = None
