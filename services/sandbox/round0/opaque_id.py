"""round0's ids: they look like UUIDs, and their letters go beyond the hexadecimal ones."""

from services.sandbox.draw import identifier

_LETTERS = str.maketrans("abcdef", "ghijab")


def opaque_id(*parts: object) -> str:
    """Return an id that depends on the parts alone, is safe in a URL, and is not a valid UUID."""
    made = identifier(*parts).translate(_LETTERS)
    # The fourth place is always a letter beyond "f", so that no id is valid by chance.
    return f"{made[:3]}{'ghij'[int(identifier(*parts)[0], 16) % 4]}{made[4:]}"
