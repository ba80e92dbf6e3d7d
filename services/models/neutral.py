"""Text that no spreadsheet takes for a formula, wherever it sees a cell begin.

After OWASP, "CSV Injection": a formula begins with = + - or @, or with a tab or a line break before
them, at the beginning of a cell; and a cell begins wherever the reader's own separator stands, also
one that the file was not written with.
"""

import re
from typing import Final

_BREAKS: Final = r"\t\n\x0b\x0c\r\x1c-\x1e\x85\u2028\u2029"
# Space, controls, and what Unicode calls format signs: all that spreadsheets may look past.
_SKIPPED: Final = (
    r"\s\x00-\x1f\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e"
    r"\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb"
    r"\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    r"\U000e0001\U000e0020-\U000e007f"
)
# With the forms that Unicode folds into them: full-width, small, raised, lowered.
_SIGNS: Final = r"=+\-@|%＝＋－＠｜％﹢﹣﹦﹫﹪⁺₊⁼₌﬩⩵⩶"

_AT_THE_FRONT: Final = re.compile(rf"[\t\r\n]|[{_SKIPPED}]*[{_SIGNS}]")
_SEPARATOR: Final = re.compile(rf"[;|{_BREAKS}]")
# Always matches where it begins, so that a long run of blanks is walked through once only.
_RUN_AND_SIGN: Final = re.compile(rf"([;|\"{_SKIPPED}]+)([{_SIGNS}])?")
HARMLESS: Final = r"\A(?:[\pL\pN][^;|\x00-\x1f\x{85}\x{2028}\x{2029}]*)?\z"
"""For RE2: texts that `neutralised` leaves alone at first sight; not all of them."""


def is_formula(text: str) -> bool:
    """Tell whether a spreadsheet could read `text` as a formula, in a cell of its own.

    Looks past what spreadsheets skip or fold before they look: white space, invisible signs and
    full-width forms of the signs. A tab or a line break at the very front counts as a sign.
    """
    return _AT_THE_FRONT.match(text) is not None


def neutralised(text: str) -> str:
    """Return `text` with an apostrophe wherever a spreadsheet could read a formula in it.

    That is before the text, and before each sign in it that a separator stands in front of: who
    opens the file with semicolons or tabs for separators has a cell begin there.
    """
    if _SEPARATOR.search(text):
        text = _RUN_AND_SIGN.sub(_apart, text)
    return f"'{text}" if is_formula(text) else text


def _apart(found: re.Match[str]) -> str:
    run, sign = found.groups(default="")
    return f"{run}'{sign}" if sign and _SEPARATOR.search(run) else run + sign
