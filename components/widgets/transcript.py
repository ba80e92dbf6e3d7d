"""The searchable transcript by chapter; a click on a line's time asks the recording to go there."""

from collections.abc import Callable, Iterator, Sequence

import streamlit as st

from components.widgets._component import declare
from services.models import notation
from services.models.drawable import drawable
from services.models.recording import Chapter, Speaker, TranscriptLine

_TRANSCRIPT = declare("transcript")
_SPEAKERS = {Speaker.INTERVIEWER: "Interviewer", Speaker.CANDIDATE: "Candidate"}


def transcript(
    lines: Sequence[TranscriptLine],
    *,
    key: str,
    on_seek: Callable[[float], None],
    chapters: Sequence[Chapter] = (),
    current_s: float | None = None,
    channel: str = "",
) -> None:
    """Draw the lines in their order; `on_seek` gets the second that the reader asks for.

    It is called before the rerun that a click causes. The line at `current_s` is marked and brought
    into view inside the transcript's own box. A player with the same `channel` follows a click at
    once and moves the mark while it plays.
    """

    def go() -> None:
        asked = st.session_state[key].get("seek")
        if isinstance(asked, int | float):
            on_seek(float(asked))

    _TRANSCRIPT(
        key=key,
        data={"entries": list(_entries(lines, chapters)), "current": current_s, "channel": channel},
        on_seek_change=go,
    )


def _entries(
    lines: Sequence[TranscriptLine], chapters: Sequence[Chapter]
) -> Iterator[dict[str, object]]:
    """Yield chapters and lines in the order of time; a line without a time stays in its place."""
    waiting = sorted(chapters, key=lambda chapter: chapter.start_s or 0.0)
    for line in lines:
        while waiting and line.start_s is not None and (waiting[0].start_s or 0.0) <= line.start_s:
            yield _heading(waiting.pop(0))
        yield {
            "text": drawable(line.text),
            "speaker": drawable(line.speaker) or _SPEAKERS.get(line.role, "Unknown speaker"),
            "role": line.role.value,
            "at": line.start_s,
        }
    yield from map(_heading, waiting)


def _heading(chapter: Chapter) -> dict[str, object]:
    start = "" if chapter.start_s is None else notation.clock(chapter.start_s)
    return {"chapter": drawable(chapter.title), "start": start}
