"""How errors and doubts about the data look; nowhere else does an error become a sentence."""

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import streamlit as st

from components.documents.notice_titles import NOTICE_TITLES
from components.widgets._component import declare
from components.widgets.text import escaped
from services.errors import NothingFoundError, ScorebandError
from services.models.notice import Notice, NoticeCode

_log = logging.getLogger(__name__)
_NOTICES = declare("notices")


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
    return NOTICE_TITLES[code]


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
