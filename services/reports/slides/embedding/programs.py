"""What a deck carries of a font file; a file that cannot be used never stops a deck."""

from functools import lru_cache

from services.reports.slides.embedding.installed import Face


@lru_cache(maxsize=256)
def is_usable(face: Face) -> bool:
    """Whether the font can be read and may be embedded in a document that others edit."""
    # fontTools takes half a second to load, and most decks need none of it.
    from services.reports.slides.embedding.truetype import may_embed  # noqa: PLC0415  (see above)

    try:
        return may_embed(face)
    except Exception:  # noqa: BLE001  (foreign bytes: fontTools raises whatever they lead it to)
        return False


@lru_cache(maxsize=32)
def program(face: Face, letters: str, *, is_shaped: bool) -> bytes | None:
    """Return the part of the deck with these letters of a font; None where that fails."""
    from services.reports.slides.embedding.container import (  # noqa: PLC0415  (see above)
        embedded_opentype,
    )
    from services.reports.slides.embedding.truetype import cut_to  # noqa: PLC0415  (see above)

    try:
        return embedded_opentype(cut_to(face, letters, is_shaped=is_shaped))
    except Exception:  # noqa: BLE001  (foreign bytes: fontTools raises whatever they lead it to)
        return None
