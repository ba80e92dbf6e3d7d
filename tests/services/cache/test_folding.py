"""How texts are compared."""

import pytest

from services.cache.folding import fold, storable


@pytest.mark.parametrize(
    ("written", "searched"),
    [
        ("José Peñaloza", "JOSE PENALOZA"),
        ("Zoë", "zoe"),
        ("ＡＤＡ", "ada"),
        ("Straße", "STRASSE"),
        ("김 하늘", "김 하늘"),
        ("Ада  Йорк", "ада йорк"),
        ("one\x00two", "one two"),
    ],
)
def test_spellings_of_one_name_fold_alike(written, searched):
    """Case, width, accents and blanks make no difference, in whatever script."""
    texts = (written, searched)

    folded = [fold(text) for text in texts]

    assert folded[0] == folded[1]


def test_half_characters_become_storable():
    """A lone surrogate, which no database can encode, is replaced; the rest is left alone."""
    text = "Ok\ud800 李"

    stored = storable(text)

    assert stored == "Ok\ufffd 李"
