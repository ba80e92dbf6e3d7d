"""The cache's front for what a reader saved under a name: cohorts, lists and reports."""

from collections.abc import Callable, Sequence
from datetime import datetime

from services.cache import meta, saved_cohorts, saved_lists, saved_reports
from services.cache.database import Database
from services.models.browse import InterviewFilter, ListName
from services.models.cohort import CohortDefinition, SavedCohort, SavedList
from services.models.plan import Printed, ReportPlan, SavedReport


class SavedStore:
    """A part of `Store`, whose promises on errors hold here too."""

    _database: Database
    _clock: Callable[[], datetime]

    def save_cohort(self, definition: CohortDefinition) -> SavedCohort:
        """Save a cohort under its definition's name.

        Raises:
            InputError: the name is empty, too long or taken.
        """
        with self._database.writing() as connection:
            return saved_cohorts.save_cohort(connection, definition, at=self._clock())

    def saved_cohorts(self) -> tuple[SavedCohort, ...]:
        """Return every saved cohort, by name."""
        with self._database.reading() as connection:
            return saved_cohorts.saved_cohorts(connection)

    def forget_cohort(self, id_: str) -> bool:
        """Remove a saved cohort, not its interviews; return whether there was one."""
        with self._database.writing() as connection:
            return saved_cohorts.forget_cohort(connection, id_)

    def save_list(self, name: str, ids: Sequence[str]) -> tuple[SavedList, tuple[str, ...]]:
        """Save a list of interviews, by our ids or their vendors'; return which are not known.

        Raises:
            InputError: the name is empty, too long or taken, no id is known, or several vendors
                have an interview of one of them.
        """
        with self._database.writing() as connection:
            saved = saved_lists.save_list(connection, name, ids, at=self._clock())
            meta.next_lists_revision(connection)
            return saved

    def saved_lists(self) -> tuple[SavedList, ...]:
        """Return every saved list with its members, by name."""
        with self._database.reading() as connection:
            return saved_lists.saved_lists(connection)

    def forget_list(self, id_: str) -> bool:
        """Remove a saved list, not its interviews; return whether there was one."""
        with self._database.writing() as connection:
            was_there = saved_lists.forget_list(connection, id_)
            if was_there:
                meta.next_lists_revision(connection)
            return was_there

    def save_report(self, plan: ReportPlan) -> SavedReport:
        """Save a plan under its title, or in the place of the one that it was saved as.

        Raises:
            InputError: the title is empty, too long or taken.
        """
        with self._database.writing() as connection:
            return saved_reports.save_report(connection, plan, at=self._clock())

    def saved_reports(self) -> tuple[SavedReport, ...]:
        """Return every saved report, by title."""
        with self._database.reading() as connection:
            return saved_reports.saved_reports(connection)

    def forget_report(self, id_: str) -> bool:
        """Remove a saved report; return whether there was one."""
        with self._database.writing() as connection:
            return saved_reports.forget_report(connection, id_)

    def report_printed(self, id_: str, printed: Printed) -> None:
        """Keep what a saved report said; nothing happens if it was removed meanwhile."""
        with self._database.writing() as connection:
            saved_reports.keep_printed(connection, id_, printed)

    def list_names(self) -> tuple[ListName, ...]:
        """Return what saved lists are called, by name."""
        with self._database.reading() as connection:
            return saved_lists.list_names(connection)

    def lists_behind(self, *wanted: InterviewFilter) -> int:
        """Return the number that every saved or forgotten list raises; 0 where no filter names one.

        What is remembered of a filter is kept under this number beside the generation: it holds
        no longer than the lists do. A forgotten list's id means nobody.
        """
        if not any(each.lists for each in wanted):
            return 0
        with self._database.reading() as connection:
            return meta.lists_revision(connection)
