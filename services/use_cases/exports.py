"""Use case: a document or an extract as a file, the same for the page and the command line."""

import logging
from collections.abc import Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from services.errors import DatabaseError, InputError, NothingFoundError, StorageError
from services.models.answered import Answered, Edition, InterviewsAnswered
from services.models.ask import Ask, InterviewsAsk
from services.models.content import About, Content, Remark, Section, Tone
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
        drawn = self._drawn(wanted, options, composer=composer, told=told, kept={})
        content = drawn.content
        made = written(content, options, renderer=self.renderer, told=told)
        path = export_place(target, stem=content.stem, suffix=made.suffix)
        told("Writing the file", None)
        with replacing(path) as beside:
            beside.write_bytes(made.data)
        if isinstance(wanted, ReportPlan) and drawn.is_whole:
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
        and takes what was missing in it, but for what could not be answered.

        Raises: as `write`.
        """
        before = {} if kept is None else kept
        return self._drawn(wanted, options, composer=composer, told=told, kept=before).content

    def _drawn(
        self,
        wanted: Ask | ReportPlan,
        options: ExportOptions,
        *,
        composer: Composer,
        told: Told,
        kept: MutableMapping[Ask, Content],
    ) -> "_Drawn":
        """Return the document, and whether all of it could be read."""
        told("Reading the interviews", None)
        edition = self.answers.edition(options)
        if not isinstance(wanted, ReportPlan):
            answered = self.answers.answer(wanted, masked=options.masked)
            told("Drawing up the document", None)
            return _Drawn(composer.content(answered, edition))
        unread = self._drawn_up(wanted, edition, composer=composer, told=told, kept=kept)
        made = {**kept, **unread.gone, **unread.faults}
        whole = not unread.faults
        return _Drawn(
            self._planned(wanted, edition, composer=composer, made=made, whole=whole), whole
        )

    def _planned(
        self,
        plan: ReportPlan,
        edition: Edition,
        *,
        composer: Composer,
        made: Mapping[Ask, Content],
        whole: bool,
    ) -> Content:
        """Return the document of a plan from those of its asks.

        Without the `whole` of it nothing is compared: what could not be read has not changed.
        """
        contents = [made[pin.ask] for pin in plan.pins]
        if edition.is_masked:
            plan = self._masked(plan)
        bare = composer.assembled(plan, contents, edition, None)
        changes = self.plans.changes(plan, bare) if whole else None
        return composer.assembled(plan, contents, edition, changes) if changes else bare

    def _drawn_up(
        self,
        plan: ReportPlan,
        edition: Edition,
        *,
        composer: Composer,
        told: Told,
        kept: MutableMapping[Ask, Content],
    ) -> "_Unanswered":
        """Add the documents that are missing: each ask is answered once, however often pinned.

        Return those of what has no answer. One part that is gone or damaged must not take the
        others with it: it says so. They are not kept: a fault may pass, and its sentence with it.
        """
        asks = [ask for ask in dict.fromkeys(pin.ask for pin in plan.pins) if ask not in kept]
        found = _Unanswered()
        for number, ask in enumerate(asks):
            told("Reading the interviews", number / len(asks))
            try:
                answered = self.answers.answer(ask, masked=edition.is_masked)
            except (NothingFoundError, InputError) as error:
                found.gone[ask] = _gone(str(error), edition)
            except DatabaseError as error:
                found.faults[ask] = _unread(str(error), edition)
            else:
                kept[ask] = composer.content(answered, edition)
        return found

    def _masked(self, plan: ReportPlan) -> ReportPlan:
        """Return the plan with whole names hidden in what its reader wrote."""
        own = (plan.title, *(text for pin in plan.pins for text in (pin.title, pin.note)))
        told = self.answers.masks.words(own)
        pins = tuple(
            pin.model_copy(update={"title": told[pin.title], "note": told[pin.note]})
            for pin in plan.pins
        )
        return plan.model_copy(update={"title": told[plan.title], "pins": pins})


@dataclass(frozen=True)
class _Drawn:
    """A document, and whether all that it is about could be read."""

    content: Content
    is_whole: bool = True


@dataclass(frozen=True)
class _Unanswered:
    """The documents of asks without an answer."""

    gone: dict[Ask, Content] = field(default_factory=dict)
    """Nothing is there that would answer them (any more)."""
    faults: dict[Ask, Content] = field(default_factory=dict)
    """The answer is there, but the database could not be read."""


def _gone(sentence: str, edition: Edition) -> Content:
    """Return the document of what cannot be answered any more: the sentence that says why."""
    about = About(filters=sentence, made_at=edition.made_at, counted="", instruments=())
    return Content(title="Not there any more", subtitle="", about=about, sections=(), stem="")


def _unread(sentence: str, edition: Edition) -> Content:
    """Return the document of what is there and could not be read; `sentence` says what to do."""
    title = "Could not be read just now"
    about = About(filters="", made_at=edition.made_at, counted="", instruments=())
    said = Remark(
        (f"This part could not be read from the database just now. {sentence}",), Tone.WARNING
    )
    return Content(
        title=title, subtitle="", about=about, sections=(Section(title, (said,)),), stem=""
    )
