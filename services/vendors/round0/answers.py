"""Answers: what round0 says about an invitation or a job, whose documented shapes have gaps."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from pydantic import TypeAdapter, ValidationError
from pydantic_core import from_json

from services.errors import VendorAnswerError
from services.models.scheduling import ScheduledInterview
from services.vendors._clock import utc
from services.vendors._doubts import Doubts
from services.vendors._links import link
from services.vendors.round0.jobs import Job
from services.vendors.round0.status import status_named

_TITLE = "round0"
_MOMENT: TypeAdapter[datetime] = TypeAdapter(datetime)
_LISTS = ("jobs", "data", "items")
_OF_INVITATIONS = ("data", "invitation", "interview")
_OF_JOBS = ("data", "job")


def invitation_in(answer: bytes) -> ScheduledInterview:
    """Return what was made. Only `interview_url` is documented: the id is looked for (assumption).

    Raises:
        VendorAnswerError: the answer names neither the interview nor its link.
    """
    places = _places(answer, _OF_INVITATIONS)
    interview_id = _first(places, "interview_id") or _first(places[::-1], "id")
    url = link(_first(places, "interview_url"), Doubts(), "interview_url")
    if interview_id is None and url is None:
        what = (
            "an invitation was made, but the answer names neither the interview nor its link. "
            "Look for it at round0."
        )
        raise VendorAnswerError(_TITLE, what)
    word = _first(places, "status")
    return ScheduledInterview(
        vendor_interview_id=interview_id,
        link=url,
        expires_at=_moment(_first(places, "expires_at")),
        status=status_named(word),
        vendor_status=word,
    )


def job_in(answer: bytes) -> Job:
    """Return the job that was made.

    Raises:
        VendorAnswerError: the answer names no job.
    """
    for place in reversed(_places(answer, _OF_JOBS)):
        job = _job(place)
        if job is not None:
            return job
    what = "a job was made, but the answer does not name it. Look for it at round0."
    raise VendorAnswerError(_TITLE, what)


def jobs_in(answer: bytes) -> tuple[Job, ...]:
    """Return the jobs in a list, whether bare or in an object; the docs do not say which.

    Raises:
        VendorAnswerError: there is no list.
    """
    found = from_json(answer)
    if isinstance(found, dict):
        found = next((found[key] for key in _LISTS if isinstance(found.get(key), list)), None)
    if not isinstance(found, list):
        raise VendorAnswerError(_TITLE, "the list of jobs is none. Try again later.")
    jobs = (_job(each) for each in found if isinstance(each, dict))
    return tuple(job for job in jobs if job is not None)


def _places(answer: bytes, wrappers: Sequence[str]) -> list[Mapping[str, object]]:
    """Return the answer's object and those that it may be wrapped in, the outermost first."""
    places: list[Mapping[str, object]] = []
    waiting: list[object] = [from_json(answer)]
    while waiting and len(places) < 8:
        found = waiting.pop(0)
        if isinstance(found, dict):
            places.append(found)
            waiting += [found[key] for key in wrappers if key in found]
    return places


def _first(places: list[Mapping[str, object]], key: str) -> str | None:
    return next((text for place in places if (text := _text(place.get(key)))), None)


def _job(place: Mapping[str, object]) -> Job | None:
    id_ = _text(place.get("id")) or _text(place.get("job_id"))
    if id_ is None:
        return None
    return Job(
        id=id_,
        title=_text(place.get("title")),
        department=_text(place.get("department")),
        status=_text(place.get("status")),
    )


def _text(value: object) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _moment(told: str | None) -> datetime | None:
    try:
        return utc(_MOMENT.validate_python(told)) if told else None
    except ValidationError:
        return None
