"""How errors and doubts about the data look; nowhere else does an error become a sentence."""

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import streamlit as st

from components.widgets._component import declare
from components.widgets.text import escaped
from services.errors import NothingFoundError, ScorebandError
from services.models.notice import Notice, NoticeCode

_log = logging.getLogger(__name__)
_NOTICES = declare("notices")

_TITLES = {
    NoticeCode.CRITERIA_DO_NOT_ADD_UP: "Criteria do not add up to the total",
    NoticeCode.DURATION_MISMATCH: "Two durations disagree",
    NoticeCode.CLOCK_MISMATCH: "Two clocks disagree",
    NoticeCode.COVERAGE_CONFLICT: "Covered domains are also listed as uncovered",
    NoticeCode.UNKNOWN_TURN: "A signal names a turn that is not there",
    NoticeCode.SIGNAL_OUT_OF_RANGE: "A signal lies outside of the recording",
    NoticeCode.IDENTICAL_AGENTS: "Agents gave identical scores",
    NoticeCode.UNKNOWN_VALUE: "A value that is not as documented",
    NoticeCode.SCALE_EXCEEDED: "A score lies outside of its scale",
    NoticeCode.SPEAKER_MATCH_LOW: "Perhaps another voice was scored",
    NoticeCode.PARTIAL_RESULT: "Some dimensions could not be scored",
    NoticeCode.PART_NOT_READABLE: "A part of the answer could not be read",
    NoticeCode.FINAL_ANSWER_CHANGED: "A final answer has changed",
}


@contextmanager
def told_to_the_reader() -> Iterator[None]:
    """Show a deliberate error in place of the block's content; let bugs through."""
    try:
        yield
    except NothingFoundError as nothing:
        st.info(_sentence(nothing), icon=":material/search_off:")
    except ScorebandError as error:
        _log.warning("shown to the reader: %s", type(error).__name__)
        st.error(_sentence(error), icon=":material/error:")


def _sentence(error: ScorebandError) -> str:
    # An error may quote a vendor's words or a file's name, which are not markdown.
    return escaped(str(error))


def caveats(sentences: Sequence[str]) -> None:
    """Draw what a reader must know before the figures, in one box; nothing for none."""
    if sentences:
        lines = [escaped(each) for each in sentences]
        said = lines[0] if len(lines) == 1 else "\n".join(f"- {line}" for line in lines)
        st.warning(said, icon=":material/balance:")


def notice_title(code: NoticeCode) -> str:
    """Return what a notice is about, in a few words."""
    return _TITLES[code]


def notice_list(notices: Sequence[Notice], *, key: str) -> None:
    """Draw the doubts about one interview, with codes and places; draw nothing for none."""
    if notices:
        items = [
            {
                "title": notice_title(notice.code),
                "code": notice.code.value,
                "text": notice.text,
                "where": notice.where,
            }
            for notice in notices
        ]
        _NOTICES(key=key, data={"notices": items})
