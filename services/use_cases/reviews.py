"""Use case: what people who looked at a flag say of it; nothing said is ever changed."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from services.cache.store import Store
from services.errors import InputError
from services.models.integrity import LONGEST_NOTE, Disposition, Review, signal_keys
from services.use_cases.interviews import Interviews


@dataclass(frozen=True)
class Reviews:
    """Adds reviews; who changes their mind adds another one, and the latest holds."""

    store: Store
    interviews: Interviews
    clock: Callable[[], datetime]

    def of(self, interview_id: str) -> tuple[Review, ...]:
        """Return every review of the flags of an interview of ours, oldest first."""
        return self.store.reviews(interview_id)

    def review(
        self, interview_id: str, signal: str, disposition: Disposition, *, note: str = ""
    ) -> None:
        """Keep what a reviewer says of the flag with the key `signal`; a long note is cut.

        Raises:
            NothingFoundError: no such interview is in the cache.
            InputError: the interview has no such flag.
            StorageError: the cache may only be read.
        """
        stored = self.interviews.read(interview_id)
        if signal not in signal_keys(stored.interview.signals):
            msg = (
                "This interview has no such flag (any more): the vendor may have sent a new "
                "answer. Open the interview again and choose one of its flags."
            )
            raise InputError(msg)
        said = note.strip()[:LONGEST_NOTE]
        self.store.review(stored.id, signal, disposition, said, self.clock())
