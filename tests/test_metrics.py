"""Every number that is shown has a meaning: on its page, and in docs/methods.md.

`uv run python -m tests.test_metrics` writes the section “Metrics” of docs/methods.md anew.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from components.documents.explanations import EXPLANATIONS, Explained, metrics_section

ROOT = Path(__file__).parents[1]
METHODS = ROOT / "docs/methods.md"
DOCUMENTS = [
    path
    for path in sorted((ROOT / "components/documents").rglob("*.py"))
    if path.name != "explanations.py"
]
DRAWING = [
    *DOCUMENTS,
    *sorted((ROOT / "components/widgets").rglob("*.py")),
    *sorted(ROOT.glob("pages/*/*.py")),
]
FIGURES = ROOT / "components/widgets/figures.py"


def calls_of(path: Path, name: str) -> Iterator[ast.Call]:
    """Yield the calls in a file of something with this name."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith(name):
            yield node


def names_some(given: ast.expr) -> bool:
    """Tell whether what is given as explanation is anything but an empty tuple."""
    return not isinstance(given, ast.Tuple | ast.List) or bool(given.elts)


def test_the_metrics_are_documented():
    """docs/methods.md says of each metric what the popover on the page says."""
    page = METHODS.read_text(encoding="utf-8")

    section = metrics_section()

    assert section in page, "Run `uv run python -m tests.test_metrics` and keep what it wrote."


@pytest.mark.parametrize("metric", Explained)
def test_every_metric_has_all_four_parts(metric):
    """What it is, formula, source field and limits: each a sentence or more."""
    told = EXPLANATIONS[metric]

    parts = dict(told.parts)

    assert list(parts) == ["What it is", "Formula", "Source field", "Limits"]
    assert [name for name, text in parts.items() if len(text) < 15] == []


def test_no_two_metrics_have_one_title():
    """A title is what a reader finds a metric by, and what its heading is linked by."""
    titles = [told.title for told in EXPLANATIONS.values()]

    distinct = set(titles)

    assert len(distinct) == len(titles)


@pytest.mark.parametrize("metric", Explained)
def test_every_metric_is_explained_beside_its_number(metric):
    """A metric that no page explains is not shown, or its page has forgotten the explanation."""
    files = [path.read_text(encoding="utf-8") for path in DRAWING]

    used = [text for text in files if re.search(rf"\bExplained\.{metric.name}\b", text)]

    assert used


def test_every_figure_names_what_its_numbers_are():
    """No drawing leaves the explanation empty."""
    drawn = [(path, call) for path in DRAWING for call in calls_of(path, "Drawing")]

    silent = [
        f"{path.relative_to(ROOT)}:{call.lineno}"
        for path, call in drawn
        if not any(one.arg == "explained" and names_some(one.value) for one in call.keywords)
    ]

    assert len(drawn) > 10
    assert silent == []


def test_figures_have_one_door():
    """A chart that is not drawn by `figures.show` would have no table, no words and no meaning."""
    files = [path for path in DRAWING if path != FIGURES]

    around = [str(path) for path in files if list(calls_of(path, "plotly_chart"))]

    assert around == []


def written_anew(page: str) -> str:
    """Return the page with the section as the data has it."""
    before, _, rest = page.partition("## Metrics\n")
    _, heading, after = rest.partition("\n## ")
    return f"{before}{metrics_section()}{heading}{after}"


if __name__ == "__main__":
    METHODS.write_text(written_anew(METHODS.read_text(encoding="utf-8")), encoding="utf-8")
