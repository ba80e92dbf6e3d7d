"""Which of the machine's font families a deck carries for a script."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from services.reports.slides.embedding.installed import Face, Faces
from services.reports.slides.embedding.programs import is_usable

_LANGUAGES = {
    "Hans": "zh-cn",
    "Jpan": "ja",
    "Hang": "ko",
    "Thai": "th",
    "Laoo": "lo",
    "Khmr": "km",
    "Deva": "hi",
    "Beng": "bn",
    "Guru": "pa",
    "Gujr": "gu",
    "Orya": "or",
    "Taml": "ta",
    "Telu": "te",
    "Knda": "kn",
    "Mlym": "ml",
    "Sinh": "si",
    "Mymr": "my",
    "Tibt": "bo",
    "Armn": "hy",
    "Geor": "ka",
    "Ethi": "am",
    "Cher": "chr",
}
"""Languages by which fontconfig tells fonts of a script apart; for others any font will do."""


@dataclass(frozen=True, slots=True)
class Family:
    """A family that can be embedded; without a bold face PowerPoint thickens the regular one."""

    regular: Face
    bold: Face | None = None

    @property
    def name(self) -> str:
        """What runs call it."""
        return self.regular.family

    def face(self, *, is_bold: bool) -> Face:
        """Return the face for letters, set bold or not."""
        return self.bold if is_bold and self.bold else self.regular


def family_for(script: str, letters: Collection[str], *, faces: Faces) -> Family | None:
    """Return the family with the most of these letters, the machine's preferred one among equals.

    None where no font that may be embedded has any of them.
    """
    order = faces(_LANGUAGES.get(script, ""))
    regular = next(filter(is_usable, _by_coverage(order, letters)), None)
    if regular is None:
        return None
    covered = [letter for letter in letters if regular.has(letter)]
    bold = (
        face
        for face in order
        if face.is_bold and face.family == regular.family and all(map(face.has, covered))
    )
    return Family(regular, next(filter(is_usable, bold), None))


def _by_coverage(order: Sequence[Face], letters: Collection[str]) -> Iterator[Face]:
    """Give regular faces that have every letter, then the others by how many they have."""
    partly: list[tuple[int, Face]] = []
    for face in order:
        count = 0 if face.is_bold else sum(map(face.has, letters))
        if count == len(letters):
            yield face
        elif count:
            partly.append((count, face))
    yield from (face for _, face in sorted(partly, key=lambda held: -held[0]))
