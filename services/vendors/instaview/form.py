"""Form: what InstaView must be told to make an interview; the names are those of its body."""

from services.models.cefr import LEVELS
from services.models.scheduling import FieldKind, FormField

_CANDIDATE = "Candidate"
_JOB = "Job"
_AGENT = "Agent"
_WHEN = "Interview"
EXPERIENCE = (
    "NO_EXPERIENCE",
    "LESS_THAN_1_YEAR",
    "ONE_TO_3_YEARS",
    "THREE_TO_5_YEARS",
    "FIVE_TO_10_YEARS",
    "TEN_TO_15_YEARS",
    "MORE_THAN_15_YEARS",
)
FOCUSES = ("SCREENING", "OUTREACH", "GENERIC", "LANGUAGE_TEST")

FIELDS: tuple[FormField, ...] = (
    FormField(
        name="candidateId",
        label="Id of a candidate at InstaView",
        help="Or fill in the new candidate below, but not both.",
        group=_CANDIDATE,
    ),
    FormField(name="candidate.firstName", label="First name", group=_CANDIDATE),
    FormField(name="candidate.lastName", label="Last name", group=_CANDIDATE),
    FormField(name="candidate.email", label="E-mail", group=_CANDIDATE),
    FormField(name="candidate.phoneNumber", label="Phone number", group=_CANDIDATE),
    FormField(
        name="candidate.gdprExpiryDate",
        label="Until when InstaView may keep the data",
        kind=FieldKind.DAY,
        help="Required for a new candidate.",
        group=_CANDIDATE,
    ),
    FormField(
        name="candidate.jobId",
        label="Id of the new candidate's job",
        help="Not together with a job below.",
        group=_CANDIDATE,
    ),
    FormField(
        name="agentId",
        label="Id of an agent at InstaView",
        help="Or fill in the new agent below, but not both.",
        group=_AGENT,
    ),
    FormField(name="agent.name", label="Name", group=_AGENT),
    FormField(
        name="agent.focus", label="Focus", kind=FieldKind.CHOICE, choices=FOCUSES, group=_AGENT
    ),
    FormField(name="agent.language", label="Language, such as EN", group=_AGENT),
    FormField(
        name="agent.duration", label="Length in minutes", kind=FieldKind.NUMBER, group=_AGENT
    ),
    FormField(
        name="agent.cefrLevel",
        label="Level to test for",
        kind=FieldKind.CHOICE,
        choices=LEVELS,
        help="For a language test.",
        group=_AGENT,
    ),
    FormField(
        name="jobId",
        label="Id of a job at InstaView",
        help="Or fill in the new job below, but not both. An agent for GENERIC needs none.",
        group=_JOB,
    ),
    FormField(name="job.jobTitle", label="Title", help="5 to 200 characters.", group=_JOB),
    FormField(name="job.description", label="Description", kind=FieldKind.LONG_TEXT, group=_JOB),
    FormField(
        name="job.requiredSkills",
        label="Required skills",
        kind=FieldKind.LIST,
        help="With those below 10 at most, each of 128 characters at most.",
        group=_JOB,
    ),
    FormField(name="job.niceToHaveSkills", label="Welcome skills", kind=FieldKind.LIST, group=_JOB),
    FormField(
        name="job.languageRequirements",
        label="Languages",
        kind=FieldKind.LIST,
        help="A language and a level a line, such as EN B2.",
        group=_JOB,
    ),
    FormField(
        name="job.experience",
        label="Experience",
        kind=FieldKind.CHOICE,
        choices=EXPERIENCE,
        group=_JOB,
    ),
    FormField(
        name="scheduleTime",
        label="When",
        kind=FieldKind.MOMENT,
        help="Within 30 days; empty: at once.",
        group=_WHEN,
    ),
    FormField(
        name="isTest",
        label="A test: completed at once, not billed",
        kind=FieldKind.SWITCH,
        group=_WHEN,
    ),
    FormField(
        name="metadata",
        label="Metadata",
        kind=FieldKind.LIST,
        help="A name and a value a line, such as requisition: REQ-7.",
        group=_WHEN,
    ),
)
