"""Client of InstaView's API: fetch with its parts, walk, schedule, delete, check the key."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Self
from urllib.parse import quote, urlencode

from pydantic_core import to_json

from services.errors import (
    InputError,
    NotFoundAtVendorError,
    VendorAnswerError,
    VendorRejectedError,
    VendorScopeError,
)
from services.models.interview import Status
from services.models.scheduling import NewInterviewRequest, ScheduledInterview
from services.vendors._access import Access, access_to
from services.vendors._bundle import bundle
from services.vendors._http import ATTEMPTS, VendorHttp
from services.vendors._words import words_of
from services.vendors.instaview.envelope import content, is_failure, loaded
from services.vendors.instaview.meanings import code_in, meaning_of, meaning_of_code
from services.vendors.instaview.page import Page, page_of
from services.vendors.instaview.parts import Parts
from services.vendors.instaview.settings import InstaViewSettings
from services.vendors.instaview.status import status_named
from services.vendors.instaview.walk import PAGE_SIZE, Walk
from services.vendors.vendor import Listed
from services.vendors.wiring import Wiring

TITLE = "InstaView"
_CHECK_ATTEMPTS = 2


class InstaViewClient:
    """Speaks to InstaView; safe to use from several threads."""

    def __init__(self, http: VendorHttp, access: Access, settings: InstaViewSettings) -> None:
        self._http = http
        self._access = access
        self._prefix = f"{(settings.path_prefix or '').strip('/')}/".lstrip("/")
        self._company = {"companyId": settings.company_id} if settings.company_id else {}
        self._parts = Parts(self._one)

    @classmethod
    def connect(cls, settings: InstaViewSettings, wiring: Wiring) -> Self:
        """Make a client.

        Raises:
            ConfigurationError: there is no key, or it holds what no key can.
        """
        access = replace(
            access_to(TITLE, settings, wiring),
            requests_per_hour=settings.requests_per_hour,
            meaning=meaning_of,
        )
        return cls(VendorHttp.connect(access, wiring), access, settings)

    def fetch(self, vendor_interview_id: str) -> bytes:
        """Return the interview with its candidate, job and agent, each body as it was sent.

        A part that is closed to the key or gone is left out.

        Raises:
            InputError: the id is empty.
            VendorError: one of its kinds, see services/errors.py.
        """
        body = self._one("interviews", vendor_interview_id)
        interview = content(loaded(body))
        if not isinstance(interview, dict):
            raise VendorAnswerError(TITLE, "the answer holds no interview. Try again later.")
        return bundle({"interview": body, **self._parts.of(interview)})

    def check(self) -> str:
        """Read one candidate, and that one's interviews; return a sentence about the key.

        Raises:
            VendorScopeError: the key is good, but lacks a scope; the sentence names it.
            VendorError: the key is refused, or InstaView gives no usable answer.
        """
        found = self._checked("candidates", {}, scope="read:candidates")
        ids = [item["id"] for item in found.items if isinstance(item.get("id"), str)]
        if ids:
            self._checked("interviews", {"candidateId": ids[0]}, scope="read:interviews")
        known = "" if found.total is None else f" Candidates there: {found.total}."
        return f"{TITLE} answers, and the key is good.{known}"

    def listing(self, cursor: str | None = None) -> Iterator[Listed]:
        """Walk through all candidates to their interviews, from the cursor on.

        Raises:
            VendorError: one of its kinds, see services/errors.py.
        """
        walk = Walk(
            candidates=lambda page: self._page("candidates", page),
            interviews=lambda named, page: self._page("interviews", page, candidate_id=named),
        )
        return walk.steps(cursor)

    def schedule(self, request: NewInterviewRequest) -> ScheduledInterview:
        """Make an interview; sent once, never again by itself.

        Raises:
            VendorError: one of its kinds, see services/errors.py.
        """
        path = f"{self._prefix}interviews"
        try:
            body = self._sound(self._http.post(path, to_json({**self._company, **request.body})))
        except NotFoundAtVendorError as error:
            what = f"a candidate, job or agent that was named is not there. ({error.what})"
            raise VendorRejectedError(TITLE, what) from error
        made = content(loaded(body))
        named = made.get("id") if isinstance(made, dict) else None
        if not isinstance(made, dict) or not isinstance(named, str) or not named.strip():
            what = "an interview was made, but the answer has no “id”. Look for it at InstaView."
            raise VendorAnswerError(TITLE, what)
        word = made.get("status")
        told = word if isinstance(word, str) and word.strip() else None
        return ScheduledInterview(
            vendor_interview_id=named,
            status=status_named(told) or Status.UNKNOWN,
            vendor_status=told,
        )

    def delete(self, vendor_interview_id: str) -> None:
        """Delete an interview for good; one that is not there (any more) is deleted already.

        Raises:
            InputError: the id is empty.
            VendorError: one of its kinds, see services/errors.py.
        """
        try:
            self._sound(self._http.delete(self._path("interviews", vendor_interview_id)))
        except NotFoundAtVendorError:
            return

    def close(self) -> None:
        """Let go of the connections."""
        self._http.close()

    def _one(self, resource: str, named: str) -> bytes:
        return self._sound(self._http.get(self._path(resource, named)))

    def _page(self, resource: str, page: int, *, candidate_id: str | None = None) -> Page:
        about = {} if candidate_id is None else {"candidateId": candidate_id}
        return self._listed(resource, {**about, "page": page, "limit": PAGE_SIZE})

    def _checked(self, resource: str, about: dict[str, Any], *, scope: str) -> Page:
        try:
            query = {**about, "page": 1, "limit": 1}
            return self._listed(resource, query, attempts=_CHECK_ATTEMPTS)
        except VendorScopeError as error:
            what = (
                f"the key is good, but listing {resource} needs the scope {scope}. ({error.what})"
            )
            raise VendorScopeError(TITLE, what) from error

    def _listed(self, resource: str, query: dict[str, Any], *, attempts: int = ATTEMPTS) -> Page:
        path = f"{self._prefix}{resource}?{urlencode(query | self._company)}"
        body = self._sound(self._http.get(path, attempts=attempts))
        found = page_of(loaded(body), page=query["page"], limit=query["limit"])
        if found is None:
            what = f"the list of {resource} is not as documented. Try again later."
            raise VendorAnswerError(TITLE, what)
        return found

    def _path(self, resource: str, named: str) -> str:
        wanted = named.strip()
        if not wanted or set(wanted) == {"."}:
            msg = "The interview id is empty: hand in the id as InstaView gives it."
            raise InputError(msg)
        query = f"?{urlencode(self._company)}" if self._company else ""
        return f"{self._prefix}{resource}/{quote(wanted, safe='')}{query}"

    def _sound(self, body: bytes) -> bytes:
        """Let an answer through that does not say that it is none, whatever its status was.

        Raises:
            VendorError: what its code means.
        """
        if not is_failure(loaded(body)):
            return body
        meaning = meaning_of_code(code_in(body))
        sentence = meaning.what.format(
            status=code_in(body) or "no code",
            key=self._access.key_variable,
            address=self._access.url_variable,
        )
        words = words_of(body, key=self._access.key.get_secret_value().strip())
        said = f" {TITLE} says: “{words}”" if words else ""
        raise meaning.error(TITLE, f"{sentence}{said}")
