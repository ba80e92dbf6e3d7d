"""The components' scripts: rules that keep foreign text from becoming markup."""

import re
from importlib.resources import files

import pytest

FRONTEND = files("components.widgets.frontend")
SCRIPTS = sorted(file.name for file in FRONTEND.iterdir() if file.name.endswith(".js"))
_MARKUP = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment"
)
_CODE = re.compile(r"\beval\(|new Function")
_OUTSIDE = re.compile(r"https?://(?!www\.w3\.org/2000/svg)")


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_makes_no_markup_and_no_code_from_text(name):
    """Elements are made one by one and texts go through textContent; nothing is fetched outside."""
    script = (FRONTEND / name).read_text(encoding="utf-8")

    found = [rule.pattern for rule in (_MARKUP, _CODE, _OUTSIDE) if rule.search(script)]

    assert found == []


@pytest.mark.parametrize("name", [name for name in SCRIPTS if name != "elements.js"])
def test_each_component_has_script_and_style(name):
    """A component is two files of one name, and its script draws when its data change."""
    style = name.replace(".js", ".css")

    script = (FRONTEND / name).read_text(encoding="utf-8")

    assert (FRONTEND / style).is_file()
    assert "export default function render(" in script
