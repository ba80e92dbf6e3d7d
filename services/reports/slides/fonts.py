"""Which fonts a text names: those that readers have; the deck embeds its own where it can.

A run has three slots: Latin, Greek and Cyrillic letters take the first, East Asian ones the
second, and scripts that are shaped or read from the right the third (ISO 29500-1, 21.1.2.3). The
theme fills all three; a run names its own where its script needs another font.
"""

import re
from collections.abc import Iterator

from fontTools import unicodedata

LATIN = "Arial"
EAST_ASIAN = "Microsoft YaHei"
COMPLEX = "Arial"
SCRIPTS = {
    **dict.fromkeys(("Arab", "Hebr", "Viet"), COMPLEX),
    "Jpan": "Yu Gothic",
    "Hang": "Malgun Gothic",
    "Hans": EAST_ASIAN,
    "Hant": "Microsoft JhengHei",
    **dict.fromkeys(("Thai", "Khmr", "Laoo"), "Leelawadee UI"),
    **dict.fromkeys(("Deva", "Beng", "Taml", "Telu", "Gujr", "Guru", "Knda"), "Nirmala UI"),
}
"""For what a reader writes into the deck, in the language that it is set to."""
# Ruby signs and hangul tell Japanese and Korean from Chinese; the signs that they share do not.
_KANA = re.compile("[\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9f]")
_HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7af]")
_THAI = re.compile("[\u0e00-\u0eff\u1780-\u17ff]")
_INDIC = re.compile("[\u0900-\u0dff]")
_PLAIN = re.compile("[\x00-\u052f\u1e00-\u1fff\u2000-\u2bff]*")
"""Letters and signs that Arial has, or that every program finds elsewhere."""
_EVERYWHERE = frozenset({"Latn", "Grek", "Cyrl", "Hebr", "Arab", "Zyyy", "Zinh", "Zzzz"})
"""Arial's scripts, and signs of no script (ISO 15924): emoji are the system's, in colour."""
_WIDE = re.compile("[\u3000-\u303f\u30fc\u3200-\u33ff\uff00-\uffef]")
"""Signs and Latin letters as wide as Chinese ones."""
_JOINED = re.compile("[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]")
"""Parts of Korean syllables: what joins them is as large as the rest of a font."""
_CHINESE = frozenset({"Hani", "Hira", "Kana", "Bopo"})
EAST_ASIAN_SCRIPTS = frozenset({"Hans", "Jpan", "Hang"})


def slots(text: str) -> tuple[str, str]:
    """Return the East Asian and the complex font of a text."""
    if _PLAIN.fullmatch(text):
        return EAST_ASIAN, COMPLEX
    east = EAST_ASIAN
    if _KANA.search(text):
        east = SCRIPTS["Jpan"]
    elif _HANGUL.search(text):
        east = SCRIPTS["Hang"]
    if _THAI.search(text):
        return east, SCRIPTS["Thai"]
    return east, SCRIPTS["Deva"] if _INDIC.search(text) else COMPLEX


def named(text: str) -> str:
    """Return the fonts of a run as XML; nothing where the theme's are right."""
    east, shaped = slots(text)
    if (east, shaped) == (EAST_ASIAN, COMPLEX):
        return ""
    return f'<a:latin typeface="{LATIN}"/><a:ea typeface="{east}"/><a:cs typeface="{shaped}"/>'


def scripts(text: str) -> Iterator[str]:
    """Say for each letter in which script it is written; "" where Arial or the system has it.

    Chinese characters are "Jpan" in a text with kana, else "Hans"; a blank, a mark and a sign that
    several scripts share belong to the letter before.
    """
    if _PLAIN.fullmatch(text):
        yield from ("" for _ in text)
        return
    chinese = "Jpan" if _KANA.search(text) else "Hans"
    before = ""
    for letter in text:
        before = _script(letter, before=before, chinese=chinese)
        yield before


def _script(letter: str, *, before: str, chinese: str) -> str:
    if _WIDE.match(letter):
        return before if before in EAST_ASIAN_SCRIPTS else chinese
    script = "" if _JOINED.match(letter) else unicodedata.script(letter)
    if script in _CHINESE:
        return chinese
    if script not in _EVERYWHERE:
        return script
    is_shared = script == "Zinh" or letter == " "
    return before if is_shared or before in unicodedata.script_extension(letter) else ""
