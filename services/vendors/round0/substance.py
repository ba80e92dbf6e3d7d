"""Substance: what of a round0 document counts as its answer."""

import re

_AUDIO_URL = re.compile(rb'("audio_url"\s*:\s*)"(?:[^"\\]|\\.)*"', re.DOTALL)


def substance(payload: bytes) -> bytes:
    """Return the document without its links to recordings, which are signed anew every time.

    Words inside a text are left alone: the quotes around a key there are escaped.
    """
    return _AUDIO_URL.sub(rb'\1""', payload)
