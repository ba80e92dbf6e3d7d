"""Use case: everything about one interview, from the cache alone."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from services.analysis.latency import candidate_latency
from services.analysis.standouts import standouts
from services.cache.store import Store
from services.errors import NothingFoundError
from services.models.document import StoredInterview, StoredPayload
from services.models.interview import Asset, AssetKind
from services.models.report import InterviewReport
from services.vendors.registry import read_as
from services.vendors.vendor import Vendor


@dataclass(frozen=True)
class Interviews:
    """Reads interviews; the stored payload is the record, its meaning is read anew each time."""

    store: Store
    vendors: Mapping[str, Vendor]
    clock: Callable[[], datetime]

    def read(self, interview_id: str) -> StoredInterview:
        """Return the interview with this local id or vendor's id, notices of the cache included.

        Raises:
            NothingFoundError: no such interview is in the cache.
            PayloadError: the stored document can no longer be read.
        """
        stored = self._stored(interview_id)
        interview = read_as(stored.vendor, stored.payload, self.vendors)
        notices = (*interview.notices, *self.store.notices(stored.id))
        return StoredInterview(
            id=stored.id,
            interview=interview.model_copy(update={"notices": notices}),
            payload_sha256=stored.payload_sha256,
            payload_size=len(stored.payload),
            fetched_at=stored.fetched_at,
            version_count=stored.version_count,
        )

    def report(self, interview_id: str) -> InterviewReport:
        """Return the interview with what stands out in it.

        Raises:
            NothingFoundError: no such interview is in the cache.
            PayloadError: the stored document can no longer be read.
        """
        stored = self.read(interview_id)
        vendor, vendor_id = stored.interview.vendor, stored.interview.vendor_interview_id
        return InterviewReport(
            stored=stored,
            vendor_title=self.vendors[vendor].title,
            age=self.clock() - stored.fetched_at,
            failure=self.store.failure(vendor, vendor_id),
            standouts=standouts(stored.interview.scores),
            latency=candidate_latency(stored.interview.latency),
            gone_at=next((row.gone_at for row in self.store.rows([stored.id])), None),
            attached=self.store.attached(stored.id),
            attached_to=self.store.attached_to(stored.id),
        )

    def raw(self, interview_id: str) -> bytes:
        """Return the stored payload, byte for byte as the vendor sent it.

        Raises:
            NothingFoundError: no such interview is in the cache.
        """
        return self._stored(interview_id).payload

    def identity_image(self, interview_id: str) -> Asset:
        """Return the link to the picture of the identity card, and log that it was asked for.

        Raises:
            NothingFoundError: no such interview, or it has no such picture.
        """
        found = self.read(interview_id)
        for asset in found.interview.assets:
            if asset.kind is AssetKind.IDENTITY_IMAGE:
                self.store.log("identity_image_shown", found.id)
                return asset
        msg = "This interview has no identity picture."
        raise NothingFoundError(msg)

    def _stored(self, interview_id: str) -> StoredPayload:
        found = self.store.find(interview_id.strip())
        stored = self.store.payload(found) if found else None
        if stored is None:
            msg = (
                f"No interview “{interview_id}” is in the cache. Check the id, "
                "or fetch it on the Sources page (or with “scoreband track” and “scoreband sync”)."
            )
            raise NothingFoundError(msg)
        return stored
