"""Use case: a document or an extract as a file, the same for the page and the command line."""

import logging
from collections.abc import Mapping, MutableMapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from services.errors import DatabaseError, InputError, NothingFoundError, StorageError
from services.models.answered import Answered, Edition, InterviewsAnswered
from services.models.ask import Ask, InterviewsAsk
from services.models.content import About, Content
from services.models.export import EXTRACTED, ExportOptions, FinishedExport, Told, untold
from services.models.plan import Changes, ReportPlan
from services.reports.files import replacing
from services.reports.renderer import Renderer
from services.reports.writing import written
from services.use_cases.answers import Answers
from services.use_cases.export_place import export_place
from services.use_cases.extracts import Extracts
from services.use_cases.report_plans import ReportPlans

_log = logging.getLogger(__name__)


class Composer(Protocol):
    """Who puts answers into words and figures: components/documents/library."""

    def content(self, answered: Answered, edition: Edition, /) -> Content:
        """Return the document of one answer."""

    def assembled(
        self,
        plan: ReportPlan,
        contents: Sequence[Content],
        edition: Edition,
        changes: Changes | None,
        /,
    ) -> Content:
        """Return the document of a plan; `contents` holds that of each pin's ask, in order."""


@dataclass(frozen=True)
class Exports:
    """Writes files; `target` is a file, or a folder that gets one with the document's own name."""

    answers: Answers
    extracts: Extracts
    plans: ReportPlans
    renderer: Renderer

    def write(
        self,
        wanted: Ask | ReportPlan,
        options: ExportOptions,
        target: Path,
        *,
        composer: Composer,
        told: Told = untold,
    ) -> FinishedExport:
        """Write what is wanted; a file that is there already is replaced at the very end.

        Raises:
            InputError: what is asked cannot be answered, or the folder cannot be written.
            NothingFoundError: there is no such interview.
            StorageError: the disk is full.
            ExportError: PDF or pictures without a browser, or it crashed; or nobody wants it.
        """
        if isinstance(wanted, InterviewsAsk) and options.format in EXTRACTED:
            return self._extract(wanted, options, target, composer=composer, told=told)
        content = self.content(wanted, options, composer=composer, told=told)
        made = written(content, options, renderer=self.renderer, told=told)
        path = export_place(target, stem=content.stem, suffix=made.suffix)
        told("Writing the file", None)
        with replacing(path) as beside:
            beside.write_bytes(made.data)
        if isinstance(wanted, ReportPlan):
            self._remember(wanted, content)
        return FinishedExport(path, content.title, len(made.data), content.about.counted)

    def _remember(self, plan: ReportPlan, content: Content) -> None:
        """Keep what was printed; where that fails the next report compares with an older one."""
        try:
            self.plans.printed(plan, content)
        except StorageError:
            # The document is there: whoever waits for it must not be told that it failed.
            _log.warning("what a saved report said could not be kept")

    def _extract(
        self,
        wanted: InterviewsAsk,
        options: ExportOptions,
        target: Path,
        *,
        composer: Composer,
        told: Told,
    ) -> FinishedExport:
        """Write a list as data: its document without rows says what it is."""
        empty = InterviewsAnswered(ask=wanted, rows=(), total=0)
        answered = self.answers.masks.masked(empty) if options.masked else empty
        frame = composer.content(answered, self.answers.edition(options))
        return self.extracts.write(wanted, options, target, frame=frame, told=told)

    def content(
        self,
        wanted: Ask | ReportPlan,
        options: ExportOptions,
        *,
        composer: Composer,
        told: Told = untold,
        kept: MutableMapping[Ask, Content] | None = None,
    ) -> Content:
        """Return the document before it becomes a file.

        `kept` holds what the asks of a plan said before, for the same options; it is believed,
        and takes what was missing in it.

        Raises: as `write`.
        """
        told("Reading the interviews", None)
        edition = self.answers.edition(options)
        if not isinstance(wanted, ReportPlan):
            answered = self.answers.answer(wanted, masked=options.masked)
            told("Drawing up the document", None)
            return composer.content(answered, edition)
        made = {} if kept is None else kept
        self._drawn_up(wanted, edition, composer=composer, told=told, made=made)
        return self._planned(wanted, edition, composer=composer, made=made)

    def _planned(
        self,
        plan: ReportPlan,
        edition: Edition,
        *,
        composer: Composer,
        made: Mapping[Ask, Content],
    ) -> Content:
        """Return the document of a plan from those of its asks."""
        contents = [made[pin.ask] for pin in plan.pins]
        if edition.is_masked:
            plan = self._masked(plan)
        bare = composer.assembled(plan, contents, edition, None)
        changes = self.plans.changes(plan, bare)
        return composer.assembled(plan, contents, edition, changes) if changes else bare

    def _drawn_up(
        self,
        plan: ReportPlan,
        edition: Edition,
        *,
        composer: Composer,
        told: Told,
        made: MutableMapping[Ask, Content],
    ) -> None:
        """Add the documents that are missing: each ask is answered once, however often pinned."""
        asks = [ask for ask in dict.fromkeys(pin.ask for pin in plan.pins) if ask not in made]
        for number, ask in enumerate(asks):
            told("Reading the interviews", number / len(asks))
            try:
                answered = self.answers.answer(ask, masked=edition.is_masked)
            except (NothingFoundError, InputError, DatabaseError) as error:
                # One part that is gone or damaged must not take the others with it: it says so.
                made[ask] = _nothing(str(error), edition)
            else:
                made[ask] = composer.content(answered, edition)

    def _masked(self, plan: ReportPlan) -> ReportPlan:
        """Return the plan with whole names hidden in what its reader wrote."""
        own = (plan.title, *(text for pin in plan.pins for text in (pin.title, pin.note)))
        told = self.answers.masks.words(own)
        pins = tuple(
            pin.model_copy(update={"title": told[pin.title], "note": told[pin.note]})
            for pin in plan.pins
        )
        return plan.model_copy(update={"title": told[plan.title], "pins": pins})


def _nothing(sentence: str, edition: Edition) -> Content:
    """Return the document of what cannot be answered any more: the sentence that says why."""
    about = About(filters=sentence, made_at=edition.made_at, counted="", instruments=())
    return Content(title="Not there any more", subtitle="", about=about, sections=(), stem="")
