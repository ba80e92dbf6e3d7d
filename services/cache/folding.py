"""Text as it is compared: without case, width and Latin accents, so that "jose" finds "José"."""

import re
import unicodedata

_ACCENTS = re.compile("[\u0300-\u036f]+")
_SURROGATES = re.compile("[\ud800-\udfff]")


def fold(text: str) -> str:
    """Return `text` as it is sorted and searched by; two spellings of a name come out alike."""
    if not text.isascii():
        apart = unicodedata.normalize("NFKD", text)
        text = unicodedata.normalize("NFC", _ACCENTS.sub("", apart))
    return " ".join(text.replace("\x00", " ").casefold().split())


def fold_address(address: str | None) -> str | None:
    """Return an e-mail address as two are compared: trimmed, without case, accents kept.

    None for what is no address: a vendor's "n/a" must not make one person of everybody.
    """
    plain = unicodedata.normalize("NFC", storable(address or "").replace("\x00", "")).strip()
    name, _, host = plain.rpartition("@")
    return plain.casefold() if name and host and not any(map(str.isspace, plain)) else None


def storable(text: str) -> str:
    """Return `text` without the halves of characters that no database can encode."""
    return text if text.isascii() else _SURROGATES.sub("\ufffd", text)
