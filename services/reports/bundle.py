"""Several files that make one document: a ZIP archive."""

import io
import zipfile
from collections.abc import Iterable
from datetime import datetime


def bundle(files: Iterable[tuple[str, bytes]], *, made_at: datetime) -> bytes:
    """Return an archive of (name, content) pairs; two of the same name are told apart."""
    made = io.BytesIO()
    taken: set[str] = set()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            entry = zipfile.ZipInfo(_free(name, taken), made_at.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            # Readable to its owner and the others, as any file: the format's default is nobody.
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    return made.getvalue()


def _free(name: str, taken: set[str]) -> str:
    stem, dot, ending = name.rpartition(".")
    free, number = name, 1
    while free.lower() in taken:
        number += 1
        free = f"{stem}-{number}{dot}{ending}"
    taken.add(free.lower())
    return free
