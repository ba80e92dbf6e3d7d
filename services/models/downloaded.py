"""A file that was downloaded: what it holds, told by its checksum."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Downloaded:
    """What was written: its checksum, its size, and what its file is to be called at the end."""

    sha256: str
    """Of all bytes, as 64 hexadecimal digits."""
    size: int
    suffix: str
    """Without its dot."""
