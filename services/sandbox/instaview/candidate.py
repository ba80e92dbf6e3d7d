"""Candidates: who is interviewed; a third of them are known to Qode under another spelling."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from services.sandbox.clock import iso
from services.sandbox.draw import identifier, stream
from services.sandbox.instaview.broken_case import BrokenCase
from services.sandbox.instaview.schedule import broken_case
from services.sandbox.options import SandboxOptions
from services.sandbox.people import person
from services.sandbox.qode.plan import plan as qode_plan


@dataclass(frozen=True)
class Candidate:
    """One person in this vendor's books; the fields are an assumption but for the expiry."""

    candidate_id: str
    first_name: str
    last_name: str
    email: str | None
    gdpr_expiry: date
    made_at: datetime
    phone_number: str | None = None
    job_ids: tuple[str, ...] = ()
    metadata: Mapping[str, object] = field(default_factory=dict)
    """Without the mark `synthetic`."""

    def body(self) -> dict[str, Any]:
        """Return what the vendor tells of somebody."""
        return {
            "id": self.candidate_id,
            "firstName": self.first_name,
            "lastName": self.last_name,
            "email": self.email,
            "phoneNumber": self.phone_number,
            "jobIds": list(self.job_ids),
            "gdprExpiryDate": f"{self.gdpr_expiry.isoformat()}T00:00:00.000Z",
            "metadata": {"synthetic": True, **self.metadata},
            "createdAt": iso(self.made_at),
            "updatedAt": iso(self.made_at),
        }


def candidate_id(seed: int, index: int) -> str:
    """Return the id of the candidate with this number; it costs next to nothing."""
    return identifier(seed, "instaview", "candidate", index)


def planned_candidate(
    options: SandboxOptions, index: int, *, made_at: datetime, job_ids: tuple[str, ...]
) -> Candidate:
    """Invent the candidate with this number, or borrow one of Qode's."""
    name, email = _borrowed(options, index) if index % 3 == 0 else _invented(options, index)
    first, _, last = name.partition(" ")
    rng = stream(options.seed, "instaview", index, "expiry")
    days = rng.randint(60, 900)
    if broken_case(index) is BrokenCase.GDPR_PAST:
        days = -rng.randint(5, 40)
    return Candidate(
        candidate_id=candidate_id(options.seed, index),
        first_name=first,
        last_name=last,
        email=email,
        gdpr_expiry=(options.today + timedelta(days=days)).date(),
        made_at=made_at,
        job_ids=job_ids,
    )


def _invented(options: SandboxOptions, index: int) -> tuple[str, str]:
    somebody = person(stream(options.seed, "instaview", index, "person"), number=5000 + index)
    return somebody.name, somebody.email


def _borrowed(options: SandboxOptions, index: int) -> tuple[str, str]:
    """Return a name and an address that Qode knows, one or both spelled in another way."""
    somebody = qode_plan(options, index % max(1, options.interviews)).person
    handle, _, domain = somebody.email.partition("@")
    if index % 2:
        return somebody.name, somebody.email.upper()
    return _latin(handle), f"{handle.title()}@{domain}"


def _latin(handle: str) -> str:
    """Return the name that an address spells: `Layla Alhaddad` of `layla.alhaddad12`."""
    given, _, family = handle.rstrip("0123456789").partition(".")
    return given.title() if family == "only" else f"{given.title()} {family.title()}"
