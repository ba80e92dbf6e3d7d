"""Foreign texts without what cannot be drawn."""

from services.models.drawable import drawable


def test_what_cannot_be_drawn_is_seen_to_have_been_there():
    """Controls, overrides and halves of a pair become a sign; breaks and tabs stay."""
    text = "a\x00b\u202ec\ud83dd\te\nf"

    shown = drawable(text)

    assert shown == "a�b�c�d\te\nf"


def test_marks_that_scripts_need_stay():
    """Joiners of emoji and direction marks turn nothing around."""
    text = "\u200fשירה\u200e 👩\u200d⚕️"

    shown = drawable(text)

    assert shown == text
