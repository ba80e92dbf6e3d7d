"""Foreign texts: nothing in them is interpreted."""

# ruff: noqa: PLC0415  (a page given to AppTest is a script of its own and imports for itself)

import pytest

from components.widgets.text import escaped
from services.models.drawable import drawable
from tests.components.widgets.events import app_of


def _page():
    from components.widgets.text import plain_text

    plain_text("<b>**x**</b> $y$\nzwei \u202eflow\u202c\x00")


def test_a_plain_text_is_not_markdown():
    """The text goes to the element that reads no markup, its line breaks kept."""
    app = app_of(_page)

    app.run()

    assert [text.value for text in app.text] == ["<b>**x**</b> $y$\nzwei �flow��"]
    assert not app.markdown


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("**a**", r"\*\*a\*\*"),
        ("$x$ :smile:", r"\$x\$ \:smile\:"),
        ("ada@example.com", "ada\\@\u2060example\\.com"),
        ("a -> b", "a \\-\u2060\\> b"),
        (":streamlit:", "\\:\u2060streamlit\\:"),
        ("see WWW.x.y", "see WWW\u2060\\.x\\.y"),
        ("http://x", "http\\:\\/\\/\u2060x"),
        ("<b> [l](http)", r"\<b\> \[l\]\(http\)"),
        ("# one\n\n- two", r"\# one \- two"),
        ("`\\`", r"\`\\\`"),
        ("שירה לוי", "שירה לוי"),
    ],
)
def test_every_sign_of_markdown_is_escaped(text, told):
    """A label shows a foreign text as it was written, in one line."""
    foreign = text

    label = escaped(foreign)

    assert label == told


def test_marks_of_right_to_left_scripts_stay():
    """Only overrides and embeddings are replaced: a name in Hebrew may need its marks."""
    name = "\u200fשירה\u200e"

    shown = drawable(name)

    assert shown == name
