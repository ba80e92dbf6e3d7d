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

from services.analysis.cefr import reading, tables, tables_for
from services.config import PREFIX, Settings
from services.models.comparison import Verdict
from services.models.notice import NoticeCode
from services.models.score import PERCENT, Score, ScoreKind, ScoreState
from services.vendors.registry import VENDORS

ROOT = Path(__file__).parents[1]
PAGES = ["README.md", *(str(page.relative_to(ROOT)) for page in sorted(ROOT.glob("docs/**/*.md")))]
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
    if value in (None, ()) or isinstance(value, SecretStr):
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
    from scoreband.commands import app  # noqa: PLC0415  (one broken front door fails one test)

    page = document("README.md")

    commands = set(typer.main.get_command(app).commands)

    assert set(re.findall(r"^\| `scoreband (\w+)", page, flags=re.MULTILINE)) == commands


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page):
    """A link to a file of the project leads to a file that is there, and to a heading in it."""
    text = document(page)

    links = re.findall(r"\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)", text)

    targets = [((ROOT / page).parent / file if file else ROOT / page, to) for file, to in links]
    assert [str(file) for file, _ in targets if not file.exists()] == []
    assert [to for file, to in targets if to and to not in anchors(file)] == []


@pytest.mark.parametrize("table", tables().values(), ids=lambda table: table.id)
def test_every_cefr_table_is_documented(table):
    """A reader who chooses a table finds its title, its source and its remark in methods.md."""
    page = document("docs/methods.md")

    line = next(line for line in page.splitlines() if line.startswith(f"| {table.title} |"))

    assert f"<{table.source}>" in line
    assert f"{table.scale.low:g} to {table.scale.high:g}" in line
    assert (table.note or "") in line


@pytest.mark.parametrize("table", tables_for(PERCENT), ids=lambda table: table.id)
def test_what_the_page_says_of_a_75_is_what_the_table_says(table):
    """One score and several levels: the page's own example is read off the tables."""
    page = document("docs/methods.md")
    score = Score(kind=ScoreKind.LANGUAGE, name="Any", state=ScoreState.SCORED, value=75)

    level = reading(None, score, table).text

    assert f"| {table.title} | 0 to 100 | {level} |" in page


@pytest.mark.parametrize("verdict", Verdict)
def test_every_verdict_is_explained(verdict):
    """Each verdict on two scores has a line in docs/methods.md."""
    page = document("docs/methods.md")

    line = f"| **{verdict}** |"

    assert line in page


@pytest.mark.parametrize("vendor", VENDORS.values(), ids=lambda vendor: vendor.name)
def test_every_vendor_has_a_page_and_a_line_in_the_readme(vendor):
    """What is stated, found and assumed of a vendor can be read before its key is set."""
    readme = document("README.md")

    line = f"| [{vendor.title}](docs/vendors/{vendor.name}.md) |"

    assert line in readme
    assert vendor.key_variable in readme


def test_every_page_is_in_the_readme():
    """Each page of the menu has a line that says which question it answers."""
    page = document("README.md")

    titles = re.findall(r'\btitle="([\w ]+)"', document("app.py"))

    assert len(titles) > 4
    assert [title for title in titles if f"| {title} |" not in page] == []


def anchors(path: Path) -> set[str]:
    """Return what the headings of a page are linked by."""
    found = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in found}


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
