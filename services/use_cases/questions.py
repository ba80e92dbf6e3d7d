"""Use case: which questions are hard, telling, skipped or drifting?"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from services.cache.frame.columns import Frame, Mask
from services.cache.question_key import question_key
from services.cache.remembered import Remembered
from services.cache.store import Store
from services.errors import PayloadError
from services.models.browse import InterviewFilter
from services.models.cohort import InstrumentChoice
from services.models.question_health import QuestionsAnswer
from services.use_cases.caveats import doubtful_words
from services.use_cases.instruments import SCORED, Instruments
from services.use_cases.question_figures import QuestionFigures
from services.use_cases.question_sheet import QuestionSheet, Wordings, question_sheet, wordings
from services.vendors.registry import read_as
from services.vendors.vendor import Vendor

_NO_WORDS: Final = "The words of this question can no longer be read."


@dataclass(frozen=True)
class Questions:
    """Answers from the columns; only a page's words are read from stored interviews."""

    store: Store
    vendors: Mapping[str, Vendor]
    level: float
    """Of the intervals, 0 to 1."""
    _remembered: Remembered = field(default_factory=Remembered)
    _wordings: Remembered = field(default_factory=lambda: Remembered(most=1))
    _sheets: Remembered = field(default_factory=lambda: Remembered(most=2))
    """The last two only: they are large, and serve the pages of one list."""

    def questions(
        self,
        wanted: InterviewFilter,
        *,
        choice: InstrumentChoice = InstrumentChoice(),  # noqa: B008  (a frozen value)
        limit: int = 25,
        offset: int = 0,
    ) -> QuestionsAnswer:
        """Return one page of the filter's questions, those asked most first.

        The figures rest on the chosen instruments, the drift on all of them. The same words are
        one question, whoever asks them. Doubtful interviews are in no figure.
        """
        frame = self.store.frame()
        lists = self.store.lists_behind(wanted)
        key = (frame.generation, lists, wanted, choice, limit, offset)
        return self._remembered.get(
            key, lambda: self._page(frame, wanted, choice, slice(offset, offset + limit))
        )

    def _page(
        self, frame: Frame, wanted: InterviewFilter, choice: InstrumentChoice, page: slice
    ) -> QuestionsAnswer:
        titles = {name: vendor.title for name, vendor in self.vendors.items()}
        instruments = Instruments(frame, titles)
        lists, members = self.store.lists_behind(wanted), self.store.members(frame, wanted)
        counted = instruments.narrowed(members, _with_scores(frame), choice)
        sheet = self._sheet(frame, counted.mask, key=(lists, wanted, choice))
        every = self._sheet(frame, members, key=(lists, wanted, None))
        figures = QuestionFigures(frame, sheet, every, instruments, self.level)
        codes = sheet.ranked()
        texts = self._texts(sheet.wordings, codes[page])
        return QuestionsAnswer(
            level=self.level,
            questions=tuple(figures.of(code, text=texts[code]) for code in codes[page]),
            total=len(codes),
            choice=choice,
            measured=counted.listed,
            too_few=sheet.too_few(),
            warnings=(
                *counted.warnings,
                *doubtful_words(frame, counted.mask, frame.questions.row),
            ),
        )

    def _sheet(self, frame: Frame, members: Mask, *, key: Hashable) -> QuestionSheet:
        generation = frame.generation
        known = self._wordings.get(generation, lambda: wordings(frame.questions))
        return self._sheets.get(
            (generation, key),
            lambda: question_sheet(frame, members & ~frame.interviews.doubtful, known),
        )

    def _texts(self, known: Wordings, codes: Sequence[int]) -> Mapping[int, str]:
        """Return the words of these codes, each as one interview has them."""
        keys = {code: int(known.keys[code]) for code in codes}
        samples = self.store.question_samples(list(keys.values()))
        return {
            code: self._words(samples[key][0], key) if key in samples else _NO_WORDS
            for code, key in keys.items()
        }

    def _words(self, interview_id: str, key: int) -> str:
        stored = self.store.payload(interview_id)
        if stored is None:
            return _NO_WORDS
        try:
            interview = read_as(stored.vendor, stored.payload, self.vendors)
        except PayloadError:
            # One damaged document must not hide the figures; its own page says what is wrong.
            return _NO_WORDS
        texts = (question.text for question in interview.questions)
        return next((text for text in texts if question_key(text) == key), _NO_WORDS)


def _with_scores(frame: Frame) -> Mask:
    """Return who has a scored question; those who have any, where no question is scored."""
    questions, having = frame.questions, np.zeros(len(frame.interviews), dtype=bool)
    scored = questions.row[questions.state == SCORED]
    having[scored if len(scored) else questions.row] = True
    return having
