"""Client of round0's API: get an interview, invite a candidate, and see or make jobs."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import Self
from urllib.parse import quote

from pydantic_core import to_json

from services.errors import (
    InputError,
    NotFoundAtVendorError,
    VendorAnswerError,
    VendorRefusedError,
    VendorRejectedError,
)
from services.models.scheduling import NewInterviewRequest, ScheduledInterview
from services.vendors._access import Meaning, access_to
from services.vendors._bundle import bundle
from services.vendors._http import VendorHttp
from services.vendors.round0.answers import invitation_in, job_in, jobs_in
from services.vendors.round0.jobs import Job, NewJob, check_new_job
from services.vendors.round0.redaction import redacted
from services.vendors.round0.settings import Round0Settings
from services.vendors.wiring import Wiring

TITLE = "round0"
_CHECK_ATTEMPTS = 2
_NO_PACKAGE = (
    "the key is refused ({status}): check {key}, and at round0 whether a Connectivity Package is "
    "active, without which no key has access."
)


class Round0Client:
    """Speaks to round0; safe to use from several threads."""

    def __init__(self, http: VendorHttp) -> None:
        self._http = http

    @classmethod
    def connect(cls, settings: Round0Settings, wiring: Wiring) -> Self:
        """Make a client.

        Raises:
            ConfigurationError: there is no key, or it holds what no key can.
        """
        access = replace(access_to(TITLE, settings, wiring), meaning=_meaning)
        return cls(VendorHttp.connect(access, wiring))

    def fetch(self, vendor_interview_id: str) -> bytes:
        """Return `{"interview": ..., "questions": ...}`, each part as round0 sent it.

        The questions are left out where round0 has or gives none. A candidate's token or link,
        which no documented answer holds, would be taken out.

        Raises:
            InputError: the id is empty.
            VendorError: one of its kinds, see services/errors.py.
        """
        path = _path(vendor_interview_id)
        bodies = {"interview": _clean(self._http.get(path))}
        # The interview was given, so a refusal here is about the list alone.
        with suppress(NotFoundAtVendorError, VendorRefusedError):
            bodies["questions"] = _clean(self._http.get(f"{path}/questions"))
        return bundle(bodies)

    def check(self) -> str:
        """Ask for the list of jobs, which every good key with an active package may see.

        Raises:
            VendorError: the key is refused, or round0 gives no usable answer.
        """
        try:
            self._http.get("jobs", attempts=_CHECK_ATTEMPTS)
        except NotFoundAtVendorError as error:
            what = "there is no list of jobs at this address: check SCOREBAND_ROUND0_URL."
            raise VendorAnswerError(TITLE, what) from error
        return f"{TITLE} answers, and the key is good."

    def schedule(self, request: NewInterviewRequest) -> ScheduledInterview:
        """Invite a candidate; a lost answer is asked for again under the same key.

        Raises:
            VendorRejectedError: a rule is broken, or there is no such job.
            VendorError: one of its kinds, see services/errors.py.
        """
        key = request.idempotency_key
        answer = self._created(
            lambda: self._http.post(
                "invitations",
                to_json(dict(request.body)),
                headers={"Idempotency-Key": key} if key else None,
                repeatable=key is not None,
            )
        )
        return invitation_in(answer)

    def jobs(self) -> tuple[Job, ...]:
        """Return the jobs that candidates can be invited to.

        Raises:
            VendorError: one of its kinds, see services/errors.py.
        """
        return jobs_in(self._http.get("jobs"))

    def create_job(self, new: NewJob) -> Job:
        """Make a job; sent once, never again by itself.

        Raises:
            InputError: a field is wrong; nothing was sent.
            VendorError: one of its kinds, see services/errors.py.
        """
        check_new_job(new)
        body = new.model_dump_json(exclude_none=True, exclude_defaults=True).encode()
        return job_in(self._created(lambda: self._http.post("jobs", body)))

    def close(self) -> None:
        """Let go of the connections."""
        self._http.close()

    def _created(self, send: Callable[[], bytes]) -> bytes:
        try:
            return send()
        except NotFoundAtVendorError as error:
            # "No such interview", which a 404 says elsewhere, would mislead here.
            _, _, said = error.what.partition(f"{TITLE} says:")
            what = "what we sent names something that round0 does not have, perhaps the job."
            what += f" {TITLE} says:{said}" if said else ""
            raise VendorRejectedError(TITLE, what) from error


def _meaning(status: int, _body: bytes) -> Meaning | None:
    return Meaning(VendorRefusedError, _NO_PACKAGE) if status == 403 else None


def _path(vendor_interview_id: str) -> str:
    wanted = vendor_interview_id.strip()
    if not wanted or set(wanted) == {"."}:
        msg = "The interview id is empty: hand in the id as round0 gives it."
        raise InputError(msg)
    return f"interviews/{quote(wanted, safe='')}"


def _clean(body: bytes) -> bytes:
    try:
        return redacted(body)
    except RecursionError as error:
        what = "the answer is nested deeper than any interview is. Try again later."
        raise VendorAnswerError(TITLE, what) from error
