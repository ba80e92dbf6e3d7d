"""Use case: make an interview at a vendor, after a person has seen what will be sent."""

from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime

from services.cache.store import Store
from services.errors import DatabaseError, InputError, StorageError
from services.models.scheduling import (
    Answers,
    FormField,
    NewInterviewRequest,
    ScheduledInterview,
    Scheduling,
)
from services.vendors.registry import vendor_named
from services.vendors.vendor import SchedulingClient, Vendor, VendorClient


@dataclass(frozen=True)
class Schedules:
    """Nothing is sent by `prepare`; what `send` makes is tracked, so that the sync fetches it."""

    store: Store
    vendors: Mapping[str, Vendor]
    connect: Callable[[Vendor], VendorClient]
    clock: Callable[[], datetime]

    def form(self, vendor: str) -> tuple[FormField, ...]:
        """Return the fields of the vendor's form; none where it makes no interviews."""
        scheduling = vendor_named(vendor, self.vendors).scheduling
        return scheduling.fields if scheduling else ()

    def prepare(self, vendor: str, answers: Answers) -> NewInterviewRequest:
        """Return what would be sent, after every rule was checked.

        Raises:
            InputError: a rule is broken; the sentence names the field.
        """
        return self._scheduling(vendor).prepare(answers, self.clock())

    def send(self, vendor: str, request: NewInterviewRequest) -> ScheduledInterview:
        """Make the interview, once, and remember it to be fetched.

        Raises:
            ConfigurationError: no key is set.
            VendorError: the vendor refuses it or gives no usable answer; the sentence tells whether
                it may have been made all the same.
            StorageError: nothing can be kept, so nothing was sent; or it was made but could not be
                noted, and the sentence tells its id.
        """
        chosen = vendor_named(vendor, self.vendors)
        self._scheduling(vendor)
        if self.store.is_read_only:
            msg = "The database may only be read, so nothing could be noted: nothing was sent."
            raise StorageError(msg)
        with closing(self.connect(chosen)) as client:
            if not isinstance(client, SchedulingClient):
                raise InputError(_no_schedule(chosen))
            made = client.schedule(request)
        try:
            self._note(chosen, made.vendor_interview_id)
        except (StorageError, DatabaseError) as error:
            raise StorageError(_not_noted(chosen, made.vendor_interview_id)) from error
        return made

    def _note(self, vendor: Vendor, vendor_interview_id: str | None) -> None:
        if vendor_interview_id:
            self.store.track(vendor.name, [vendor_interview_id])
        subject = f"{vendor.name} {vendor_interview_id or ''}".rstrip()
        self.store.log("interview_scheduled", subject)

    def _scheduling(self, vendor: str) -> Scheduling:
        chosen = vendor_named(vendor, self.vendors)
        if chosen.scheduling is None:
            raise InputError(_no_schedule(chosen))
        return chosen.scheduling


def _not_noted(vendor: Vendor, vendor_interview_id: str | None) -> str:
    """Say what was made; its link is a secret and stays out of the sentence."""
    name = vendor_interview_id or "without telling its id"
    what = f"{vendor.title} made the interview {name}, but that could not be noted."
    if vendor_interview_id is None:
        return f"{what} Do not make it again: look for it at {vendor.title}."
    return (
        f"{what} Do not make it again; when there is room, run: scoreband track --vendor "
        f"{vendor.name} {vendor_interview_id}"
    )


def _no_schedule(vendor: Vendor) -> str:
    return f"{vendor.title} makes no interviews on request. Schedule it there, then track its id."
