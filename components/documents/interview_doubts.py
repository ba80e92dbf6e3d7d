"""What a reader must know of one interview before any number, and what holds for all of them."""

from collections.abc import Iterator

from components.charts import is_doubtful
from components.documents.interview_findings import LEVEL_NOT_STATED, VOICE_IN_DOUBT
from components.documents.notice_titles import NOTICE_TITLES
from services.models import notation
from services.models.interview import Interview
from services.models.report import InterviewReport
from services.models.score import PERCENT


def gone_words(report: InterviewReport) -> str | None:
    """Say that the vendor has deleted the interview; None where it has not."""
    if not report.gone_at:
        return None
    return (
        f"{report.vendor_title} has deleted this interview (noticed "
        f"{notation.day(report.gone_at)}). This copy is kept here; lists leave it out."
    )


def voice_words(interview: Interview) -> str | None:
    """Say that perhaps another voice was scored; None where nothing hints at it."""
    if not is_doubtful(interview.language):
        return None
    detection = interview.language.detection if interview.language else None
    reason = detection.reason if detection else None
    told = "Speaker match low: perhaps somebody else than the candidate was scored, so every "
    told += "score below is grey. Listen before you use any of it."
    return f"{told} {reason or ''}".strip()


def failure_words(interview: Interview) -> str | None:
    """Say why there is no result, as the vendor tells it; None where it does not."""
    return f"No result: {interview.failure_reason}" if interview.failure_reason else None


def freshness_words(report: InterviewReport) -> str | None:
    """Say, for paper, which copy this is where the vendor may have a newer answer."""
    fetched = f"This is the answer fetched on {notation.moment(report.stored.fetched_at)}"
    if report.failure:
        return f"{fetched}; the last try to fetch it anew failed. {report.failure.sentence}"
    if not report.stored.interview.is_final:
        return f"{fetched}: the interview is not final, the vendor may still change it."
    return None


def doubts(report: InterviewReport) -> tuple[str, ...]:
    """Return what a reader must know first, the gravest first."""
    interview = report.stored.interview
    told = (
        gone_words(report),
        voice_words(interview),
        failure_words(interview),
        freshness_words(report),
    )
    return tuple(each for each in told if each)


def notices_in_short(interview: Interview) -> str | None:
    """Name the doubts about the data in one sentence; None without any."""
    if not interview.notices:
        return None
    named = list(dict.fromkeys(NOTICE_TITLES[notice.code] for notice in interview.notices))
    counted = notation.count(len(interview.notices), "notice")
    return f"{counted} about the data: {'; '.join(named)}."


def limits(report: InterviewReport, *, cut: float | None) -> Iterator[str]:
    """Yield what holds for the whole report, in words short enough for each page's foot."""
    interview = report.stored.interview
    scores = interview.all_scores
    if any(score.has_band for score in scores):
        yield LEVEL_NOT_STATED
    if any(score.value is not None and not score.has_band for score in scores):
        yield "Some scores have no band from the vendor: how sure they are is not known."
    if cut is not None and any(
        score.value is not None and score.scale == PERCENT for score in interview.scores
    ):
        yield f"Cut: {notation.number(cut)} of 100; the whole band decides."
    if is_doubtful(interview.language):
        yield VOICE_IN_DOUBT
    if report.gone_at:
        yield f"Deleted at the vendor, noticed {notation.day(report.gone_at)}."
    if report.failure or not interview.is_final:
        yield "Not the final answer, or an old one: the vendor may have a newer one."
    if interview.notices:
        yield f"{notation.count(len(interview.notices), 'notice')} about the data."
