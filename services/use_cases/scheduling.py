"""Use case: make an interview at a vendor, after a person has seen what will be sent."""

from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime

from services.cache.store import Store
from services.errors import InputError
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
            StorageError: it was made, and could not be remembered.
        """
        chosen = vendor_named(vendor, self.vendors)
        self._scheduling(vendor)
        with closing(self.connect(chosen)) as client:
            if not isinstance(client, SchedulingClient):
                raise InputError(_no_schedule(chosen))
            made = client.schedule(request)
        if made.vendor_interview_id:
            self.store.track(chosen.name, [made.vendor_interview_id])
        self.store.log("interview_scheduled", f"{chosen.name} {made.vendor_interview_id or ''}")
        return made

    def _scheduling(self, vendor: str) -> Scheduling:
        chosen = vendor_named(vendor, self.vendors)
        if chosen.scheduling is None:
            raise InputError(_no_schedule(chosen))
        return chosen.scheduling


def _no_schedule(vendor: Vendor) -> str:
    return f"{vendor.title} makes no interviews on request. Schedule it there, then track its id."
