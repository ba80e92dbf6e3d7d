"""The whole document: an interview with the candidate, the job and the agent that it names."""

from services.vendors.instaview.wire.interview import InstaViewWire, InterviewFields


class CandidateFields(InstaViewWire):
    """The person. `gdpr_expiry_date` is a date or a date with a time."""

    id: str | None = None
    first_name: str | None = None
    last_name: str | None = None
    name: str | None = None
    email: str | None = None
    gdpr_expiry_date: str | None = None


class LanguageRequirement(InstaViewWire):
    """Which level a job asks for in a language."""

    language: str | None = None
    proficiency: str | None = None


class JobFields(InstaViewWire):
    """The job; the reference calls its name `title`, a guide `jobTitle`."""

    title: str | None = None
    job_title: str | None = None
    language_requirements: list[LanguageRequirement] | None = None


class AgentFields(InstaViewWire):
    """The interviewer; `cefr_level` is what it tests for, not what it found."""

    focus: str | None = None
    language: str | None = None
    cefr_level: str | None = None


class InstaViewDocument(InterviewFields):
    """One interview with its parts; a part is None where it could not be read."""

    candidate: CandidateFields | None = None
    job: JobFields | None = None
    agent: AgentFields | None = None
