"""The cache's front for reviews of flags."""

from collections.abc import Mapping
from datetime import datetime

from services.cache import meta, reviews
from services.cache.database import Database
from services.models.integrity import Disposition, Review


class ReviewsStore:
    """A part of `Store`, whose promises on errors hold here too."""

    _database: Database

    def review(
        self, public_id: str, signal: str, disposition: Disposition, note: str, at: datetime
    ) -> None:
        """Add a review of a flag, and a line to the log without the note; neither ever changes."""
        review = Review(signal=signal, disposition=disposition, note=note, made_at=at)
        with self._database.writing() as connection:
            reviews.add_review(connection, public_id, review)
            meta.log(connection, "flag_reviewed", public_id, at=at)

    def reviews(self, public_id: str) -> tuple[Review, ...]:
        """Return every review of one interview's flags, oldest first."""
        with self._database.reading() as connection:
            return reviews.reviews(connection, public_id)

    def latest_reviews(self) -> Mapping[str, Mapping[str, Disposition]]:
        """Return the disposition that holds: by our id of the interview, then by flag."""
        with self._database.reading() as connection:
            return reviews.latest_reviews(connection)
