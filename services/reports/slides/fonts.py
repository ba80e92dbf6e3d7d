"""Which fonts a text names: PowerPoint embeds none of ours, so they are those that readers have.

A run has three slots: Latin, Greek and Cyrillic letters take the first, East Asian ones the
second, and scripts that are shaped or read from the right the third (ISO 29500-1, 21.1.2.3). The
theme fills all three; a run names its own where its script needs another font.
"""

import re

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
_PLAIN = re.compile("[\x00-\u058f\u1e00-\u1fff\u2000-\u2bff]*")
"""Letters and signs that Arial has, or that every program finds elsewhere."""


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
