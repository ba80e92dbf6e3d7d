"""Use case: have a recording scored by a vendor, knowing what it costs before it is sent."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import cast

from services.cache.store import Store
from services.errors import DatabaseError, InputError, StorageError
from services.models.speech import Recording, SpeechEstimate, SpeechRequest, SpeechRun
from services.vendors.registry import vendor_named
from services.vendors.vendor import SpeechClient, Vendor, VendorClient


@dataclass(frozen=True)
class Speech:
    """Sends recordings; the result is fetched by the sync, as any other."""

    store: Store
    vendors: Mapping[str, Vendor]
    connect: Callable[[Vendor], VendorClient]

    def scorers(self) -> tuple[Vendor, ...]:
        """Return the vendors that score recordings."""
        return tuple(vendor for vendor in self.vendors.values() if vendor.scores_speech)

    def estimate(self, vendor: str, recording: Recording) -> SpeechEstimate:
        """Check a recording against the vendor's rules and say what it costs and what is left.

        Raises:
            InputError: the vendor scores no speech, or the recording breaks one of its rules.
            ConfigurationError: no key is set.
            VendorError: the vendor gave no usable answer.
        """
        with self._client(vendor) as client:
            return client.estimate(recording)

    def credits(self, vendor: str) -> int | None:
        """Return how many credits are left; None where the vendor does not tell.

        Raises:
            InputError: the vendor scores no speech.
            ConfigurationError: no key is set.
            VendorError: the vendor gave no usable answer.
        """
        with self._client(vendor) as client:
            return client.credits()

    def submit(self, vendor: str, recording: Recording, request: SpeechRequest) -> SpeechRun:
        """Send a recording, which costs credits, and track the run so that the sync fetches it.

        Raises:
            InputError: the vendor scores no speech, or a rule is broken; nothing was sent.
            ConfigurationError: no key is set.
            VendorError: the vendor gave no usable answer.
            StorageError: nothing can be kept, so nothing was sent; or it was sent but could not be
                noted, and the sentence tells the run's id.
        """
        chosen = vendor_named(vendor, self.vendors)
        if self.store.is_read_only:
            msg = "The database may only be read, so no result could be kept: nothing was sent."
            raise StorageError(msg)
        with self._client(vendor) as client:
            run = client.submit(recording, request)
        try:
            self.store.track(chosen.name, [run.vendor_interview_id])
        except (StorageError, DatabaseError) as error:
            msg = (
                f"{chosen.title} took the recording as {run.vendor_interview_id}, but that could "
                f"not be noted. Do not send it again; when there is room, run: scoreband track "
                f"--vendor {chosen.name} {run.vendor_interview_id}"
            )
            raise StorageError(msg) from error
        return run

    @contextmanager
    def _client(self, vendor: str) -> Iterator[SpeechClient]:
        chosen = vendor_named(vendor, self.vendors)
        if not chosen.scores_speech:
            able = ", ".join(each.name for each in self.scorers()) or "none"
            msg = f"{chosen.title} scores no recordings. Those that do: {able}."
            raise InputError(msg)
        client = self.connect(chosen)
        try:
            yield cast(SpeechClient, client)
        finally:
            client.close()
