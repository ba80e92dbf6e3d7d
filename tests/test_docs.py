"""What the documentation promises is what the code does.

`uv run python -m tests.test_docs` prints the table of settings for docs/settings.md.
"""

import re
import sys
import tomllib
from pathlib import Path

import pytest
import typer
from pydantic import SecretStr
from pydantic.fields import FieldInfo

from services.config import PREFIX, Settings
from services.models.notice import NoticeCode
from services.models.score import ScoreState
from services.vendors.registry import VENDORS

ROOT = Path(__file__).parents[1]
# Defaults that differ from machine to machine, in words.
DEFAULTS = {"database_url": "`scoreband.db` in your user data folder"}


def settings_table() -> str:
    """Return all settings as the table that docs/settings.md holds."""
    rows = ["| Variable | Default | What it sets |", "| --- | --- | --- |"]
    for name, field in all_settings().items():
        default = _default(name, field)
        rows.append(f"| `SCOREBAND_{name.upper()}` | {default} | {field.description} |")
    return "\n".join(rows)


def all_settings() -> dict[str, FieldInfo]:
    """Return every setting by the name it has in the secrets, each vendor's after the program's."""
    found = dict(Settings.model_fields)
    for vendor in VENDORS.values():
        for name, field in vendor.settings.model_fields.items():
            found[vendor.settings.variable(name).removeprefix(PREFIX).lower()] = field
    return found


def _default(name: str, field: FieldInfo) -> str:
    if name in DEFAULTS:
        return DEFAULTS[name]
    value = field.get_default(call_default_factory=True)
    if value is None or isinstance(value, SecretStr):
        return "none"
    return f"`{','.join(value) if isinstance(value, tuple) else value}`"


def document(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_every_setting_is_documented():
    """The table in docs/settings.md names each setting with its default and its meaning."""
    page = document("docs/settings.md")

    table = settings_table()

    assert table in page, "Put what `uv run python -m tests.test_docs` prints into the page."


def test_the_secrets_example_names_every_setting_and_sets_none():
    """A copy of the example changes nothing until somebody fills in a line."""
    example = document(".streamlit/secrets.toml.example")

    names = re.findall(r"^# (\w+) = ", example, flags=re.MULTILINE)

    assert names == list(all_settings())
    assert tomllib.loads(example) == {"scoreband": {}}


def test_every_filled_in_secret_is_valid_toml():
    """Taking away the `# ` before a line of the example is all that one has to do."""
    example = document(".streamlit/secrets.toml.example")

    filled = re.sub(r"^# (?=\w+ = )", "", example, flags=re.MULTILINE)

    assert set(tomllib.loads(filled)["scoreband"]) == set(all_settings())


@pytest.mark.parametrize("code", NoticeCode)
def test_every_notice_is_explained(code):
    """Each notice has a line in docs/methods.md."""
    page = document("docs/methods.md")

    line = f"| `{code}` |"

    assert line in page


@pytest.mark.parametrize("state", ScoreState)
def test_every_score_state_is_explained(state):
    """Each state of a score has a line in docs/methods.md."""
    page = document("docs/methods.md")

    line = f"| `{state}` |"

    assert line in page


def test_every_command_is_in_the_readme():
    """The README's table lists exactly the commands there are."""
    from scoreband.cli import app  # noqa: PLC0415  (one broken front door fails one test)

    page = document("README.md")

    commands = set(typer.main.get_command(app).commands)

    assert set(re.findall(r"^\| `scoreband (\w+)", page, flags=re.MULTILINE)) == commands


@pytest.mark.parametrize("page", ["README.md", "docs/architecture.md", "docs/methods.md"])
def test_links_lead_somewhere(page):
    """A link to a file of the project leads to a file that is there."""
    text = document(page)

    links = re.findall(r"\]\((?!https?:)([^)#]+)", text)

    assert [link for link in links if not (ROOT / page).parent.joinpath(link).exists()] == []


def test_every_make_target_is_in_the_readme():
    """Who reads the README knows what `make` can do."""
    targets = re.findall(r"^([a-z]+):.*## ", document("Makefile"), flags=re.MULTILINE)

    page = document("README.md")

    assert [name for name in targets if f"make {name}" not in page] == ["help"]


def secrets_example() -> str:
    """Return the lines of the secrets' example, without its head."""
    return "\n\n".join(
        f'# {field.description}.\n# {name} = ""' for name, field in all_settings().items()
    )


if __name__ == "__main__":
    sys.stdout.write(f"{settings_table()}\n\n{secrets_example()}\n")
