"""Rules that hold on every page, walked one by one: each figure says what its numbers are."""

import re
from pathlib import Path

import pytest

from tests.pages import answers

ROOT = Path(__file__).parents[2]
PAGES = re.findall(r'"(pages/\w+/\w+\.py)"', (ROOT / "app.py").read_text(encoding="utf-8"))


@pytest.fixture
def filled(store, payload, answer) -> dict[str, dict[str, str]]:
    """Fill the cache with all vendors' interviews; return the parameters that pages need."""
    numbered = [
        payload("complete", interview_id=f"int_{number}", candidate_email=f"c{number}@example.com")
        for number in range(12)
    ]
    first = store(*numbered)
    second = store(payload("no_ci"))
    store(answer("instaview", "complete"))
    store(answer("zenhire", "success"))
    store(answer("round0", "completed"))
    return {
        "pages/review/interview.py": {"interview": first, "question": "0"},
        "pages/review/compare.py": {"ids": f"{first},{second}"},
        "pages/review/person.py": {"of": first},
    }


@pytest.mark.parametrize("page", PAGES)
def test_every_figure_has_its_explanation(open_page, filled, page):
    """Beside each figure is “What is this number?” with at least one metric's four parts."""
    app = open_page(page, **filled.get(page, {}))

    asked = {
        one.proto.id.split("explain-")[-1]
        for one in app.get("popover")
        if "explain-" in one.proto.id
    }

    assert not app.exception
    assert set(answers.figures(app)) <= asked


def test_the_walk_meets_every_page():
    """A page that the router has and the walk has not would escape the rule."""
    scripts = {
        str(path.relative_to(ROOT)) for path in ROOT.glob("pages/*/*.py") if path.stem != "__init__"
    }

    walked = set(PAGES)

    assert walked == scripts
