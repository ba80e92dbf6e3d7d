"""The content security policy of a page: nothing runs but our own scripts, word for word."""

import base64
import hashlib
from collections.abc import Iterable
from functools import cache

_EMPTY = ""
"""The drawing library makes an empty style element and fills it by its interface."""


def policy(*, scripts: Iterable[str], styles: Iterable[str]) -> str:
    """Return the policy that lets exactly these inline scripts and style elements through.

    Texts in figures carry style attributes (colours of signs in a legend), which the drawing
    library sets as such: attributes are therefore let through, elements are not. A style can
    fetch nothing, since no host is let through anywhere.
    """
    directives = {
        "default-src": "'none'",
        "script-src": _hashes(scripts) or "'none'",
        "style-src-elem": _hashes((*styles, _EMPTY)),
        "style-src-attr": "'unsafe-inline'",
        "img-src": "data: blob:",
        "font-src": "data:",
        "connect-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in directives.items())


def _hashes(texts: Iterable[str]) -> str:
    return " ".join(f"'sha256-{_digest(text)}'" for text in texts)


@cache
def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
