"""The cache's front, what it knows over many interviews: languages, the funnel, people."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime

from services.cache import attachments, extract, funnel, language, meta, people
from services.cache.browsing import Browser
from services.cache.database import Database
from services.cache.dimensions import Dimensions
from services.cache.filtering import along_an_order
from services.models.browse import InterviewFilter, InterviewRow, Sort
from services.models.funnel import StatusCount
from services.models.ladder import LanguageEntries, LevelGroup
from services.models.people import (
    CandidateCard,
    Identity,
    LinkDecision,
    LinkVerdict,
    SharedAddress,
)


class ReadStore:
    """A part of `Store`, whose promises on errors hold here too."""

    _database: Database
    _dimensions: Dimensions
    _browser: Browser

    def language_entries(
        self, wanted: InterviewFilter, *, limit: int, offset: int = 0
    ) -> LanguageEntries:
        """Return the filter's language results, newest first, and how many there are in all."""
        with self._database.reading() as connection:
            total = self._browser.answer(
                connection,
                wanted,
                lambda held: language.count_results(connection, held),
                about="language results",
            )
            meant = self._browser.meant(connection, wanted)
            held = self._browser.conditions(connection, meant, along_an_order(meant))
            found = language.entries(connection, held, self._dimensions, limit=limit, offset=offset)
        return LanguageEntries(entries=found, total=total)

    def level_groups(self, wanted: InterviewFilter, *, dimension: str) -> tuple[LevelGroup, ...]:
        """Return how many language results share role, vendor, level and score in a dimension.

        Each result of the filter is in one group: without that dimension, in one without a level.
        """
        with self._database.reading() as connection:
            return self._browser.answer(
                connection,
                wanted,
                lambda held: language.groups(
                    connection, held, self._dimensions, dimension=dimension
                ),
                about=f"levels in {dimension}",
            )

    def language_dimensions(self) -> tuple[str, ...]:
        """Return the dimensions that any language result has; accent is never among them."""
        with self._database.reading() as connection:
            return language.names(connection)

    def status_counts(self, wanted: InterviewFilter) -> tuple[StatusCount, ...]:
        """Return how many interviews share role, vendor, month and status, each in one count."""
        with self._database.reading() as connection:
            return self._browser.answer(
                connection,
                wanted,
                lambda held: funnel.status_counts(connection, held, self._dimensions),
                about="status counts",
            )

    @contextmanager
    def extracting(
        self, wanted: InterviewFilter, sort: Sort, *, size: int = extract.PART
    ) -> Iterator[extract.Listed]:
        """Read a whole list in parts of `size`, as it stands now; others may write meanwhile.

        Its parts can be walked once, within the block.
        """
        with self._database.reading() as connection:
            yield extract.listed(connection, self._browser, wanted, sort, size=size)

    def metadata_values(self, key: str, limit: int = 200) -> tuple[str, ...]:
        """Return what customers attached under a key of the metadata, most frequent first."""
        with self._database.reading() as connection:
            return self._browser.metadata_values(connection, key, limit=limit)

    def attached(self, id_: str) -> tuple[InterviewRow, ...]:
        """Return the results whose references name this interview or its candidate."""
        with self._database.reading() as connection:
            return attachments.attached(connection, id_, self._dimensions)

    def attached_to(self, id_: str) -> tuple[InterviewRow, ...]:
        """Return the interviews that this one's references name."""
        with self._database.reading() as connection:
            return attachments.attached_to(connection, id_, self._dimensions)

    def candidate_of(self, id_: str) -> str | None:
        """Return the candidate's id of an interview of ours, or of a candidate itself."""
        with self._database.reading() as connection:
            return people.candidate_of(connection, id_)

    def person_cards(self, candidates: Sequence[str]) -> tuple[CandidateCard, ...]:
        """Return these candidates in this order, without those that are not kept."""
        with self._database.reading() as connection:
            return people.cards(connection, candidates, self._dimensions)

    def interviews_of(self, candidates: Sequence[str]) -> tuple[InterviewRow, ...]:
        """Return the interviews of these candidates, newest first."""
        with self._database.reading() as connection:
            return people.interviews_of(connection, candidates, self._dimensions)

    def identities(self, ids: Sequence[str]) -> Mapping[str, Identity]:
        """Return who these interviews are about, by our ids, without those that are not kept."""
        with self._database.reading() as connection:
            found = people.identities(connection, "public_id", ids)
        return {each.interview: each for each in found}

    def identities_of(self, candidates: Sequence[str]) -> tuple[Identity, ...]:
        """Return who is who among these candidates, once for each of their interviews."""
        with self._database.reading() as connection:
            return people.identities(connection, "candidate_key", candidates)

    def identities_called(self, names: Sequence[str]) -> tuple[Identity, ...]:
        """Return who has any of these names, as they are compared, once for each interview."""
        with self._database.reading() as connection:
            return people.identities(connection, "name_key", names)

    def several_addresses(self) -> tuple[tuple[str, str], ...]:
        """Return (candidate, address as it is compared) of candidates with several addresses."""
        with self._database.reading() as connection:
            return people.several_addresses(connection)

    def mask_key(self) -> bytes | None:
        """Return the key of pseudonyms, made on first use; None in a copy that has none yet.

        Whoever holds it and an address can tell that person's pseudonym: it is never printed.
        """
        with self._database.reading() as connection:
            key = meta.mask_key(connection)
        if key is None and not self._database.read_only:
            with self._database.writing() as connection:
                key = meta.made_mask_key(connection)
        return key

    def addresses_of(self, candidates: Sequence[str]) -> tuple[str, ...]:
        """Return these candidates' e-mail addresses as they are compared."""
        with self._database.reading() as connection:
            return people.addresses_of(connection, candidates)

    def candidates_with(self, addresses: Sequence[str]) -> tuple[str, ...]:
        """Return the candidates who have any of these addresses, as they are compared."""
        with self._database.reading() as connection:
            return people.candidates_with(connection, addresses)

    def shared_addresses(self, *, after: str = "", limit: int = 500) -> tuple[SharedAddress, ...]:
        """Return the first addresses behind `after` that candidates of several vendors have."""
        with self._database.reading() as connection:
            return people.shared_addresses(connection, after=after, limit=limit)

    def link(self, a: str, b: str, verdict: LinkVerdict, *, at: datetime) -> None:
        """Add a decision on two candidates, and a line to the log; neither is ever changed."""
        decision = LinkDecision(a=min(a, b), b=max(a, b), verdict=verdict, made_at=at)
        with self._database.writing() as connection:
            people.add_decision(connection, decision)
            subject = f"{decision.a} {decision.b}"
            meta.log(connection, f"candidates_{verdict}", subject, at=at)

    def decisions(self) -> tuple[LinkDecision, ...]:
        """Return every decision on two candidates, latest first."""
        with self._database.reading() as connection:
            return people.decisions(connection)
