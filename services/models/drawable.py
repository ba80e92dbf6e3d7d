"""Foreign texts without what cannot be drawn, for screens and documents alike."""

# Control characters cannot be drawn, halves of a pair cannot be written to a file, and overrides
# could make one text pass for another; a reader shall see that something stood there. The marks
# that right-to-left scripts need stay.
_CONTROLS = {*range(0x20), *range(0x7F, 0xA0)} - {ord(sign) for sign in "\t\n\r\x85"}
_OVERRIDES = {*range(0x202A, 0x202F), *range(0x2066, 0x206A)}
_HALVES = set(range(0xD800, 0xE000))
_NOT_DRAWN = dict.fromkeys(_CONTROLS | _OVERRIDES | _HALVES, "�")


def drawable(text: str) -> str:
    """Return a foreign text with "�" for what cannot be drawn or would turn letters around."""
    return text.translate(_NOT_DRAWN)
