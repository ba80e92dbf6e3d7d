"""Rules of the house that neither ruff nor import-linter knows."""

import ast
import os
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("pages", "components", "services", "scoreband", "tests", "benchmarks")
# A test reads top down, one behaviour after the other: it may be longer before it is two files.
MOST_LINES = {"pages": 60} | dict.fromkeys(PACKAGES[1:], 250) | {"tests": 350}
NOT_OURS = {"node_modules", "__pycache__", "screenshots", "build", "dist"}
NOT_SHARED = {".env", "secrets.toml"}
# Written by uv: it names where each package comes from.
LOCK = ROOT / "uv.lock"

HOME_OF_A_MACHINE = re.compile(r"(?<![\w.:/])/(?:home|Users|root|work)/\w")
REGISTRY = re.compile(
    r"\b(?:pypi\.org|pythonhosted\.org|npmjs\.(?:org|com)|deb\.debian\.org|unpkg\.com)\b"
)
ADDRESS = re.compile(r"[\w.+-]+@([\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,})")
INVENTED = re.compile(r"(?:.+\.)?example\.(?:com|org|net)|(?:.+\.)?(?:example|invalid|test)")


def python_files(package: str) -> list[Path]:
    return sorted((ROOT / package).rglob("*.py"))


def own_files() -> list[Path]:
    found = []
    for folder, folders, names in os.walk(ROOT):
        kept = {".ci", ".streamlit"}
        folders[:] = [f for f in folders if f not in NOT_OURS and (f[0] != "." or f in kept)]
        found += [Path(folder, name) for name in names if name not in NOT_SHARED]
    return sorted(set(found) - {LOCK, Path(__file__)})


def texts() -> dict[str, str]:
    read = {}
    for path in own_files():
        content = path.read_bytes()
        # A vendored or binary file is nobody's writing.
        if b"\0" not in content[:1024] and ".min." not in path.name:
            read[str(path.relative_to(ROOT))] = content.decode(errors="replace")
    return read


def streamlit_settings() -> dict[str, dict[str, object]]:
    return tomllib.loads((ROOT / ".streamlit/config.toml").read_text())


@pytest.mark.parametrize("package", PACKAGES)
def test_every_folder_is_a_package(package):
    """Import-linter does not look into a folder without `__init__.py`."""
    files = python_files(package)

    folders = {path.parent for path in files}

    assert folders == {path.parent for path in files if path.name == "__init__.py"}


def test_no_page_lies_directly_in_pages():
    """A script there turns on Streamlit's old page discovery, past our router."""
    pages = ROOT / "pages"

    scripts = [path.name for path in pages.glob("*.py")]

    assert scripts == ["__init__.py"]


def test_every_page_is_on_the_router():
    """A page that nobody can open is dead code."""
    router = (ROOT / "app.py").read_text()

    pages = [path for path in python_files("pages") if path.name != "__init__.py"]

    assert [page.name for page in pages if str(page.relative_to(ROOT)) not in router] == []


@pytest.mark.parametrize("package", PACKAGES)
def test_files_stay_short(package):
    """A file that outgrows its limit has become two files."""
    most = MOST_LINES[package]

    lines = {str(path.relative_to(ROOT)): _line_count(path) for path in python_files(package)}

    assert {path: count for path, count in lines.items() if count > most} == {}


@pytest.mark.parametrize("package", PACKAGES)
def test_every_module_says_first_what_it_is_for(package):
    """The first line of a file is its docstring; only an empty `__init__.py` has none."""
    files = [path for path in python_files(package) if path.read_text().strip()]

    silent = [path for path in files if not _begins_with_a_docstring(path)]

    assert silent == []


@pytest.mark.parametrize(
    ("table", "key", "value"),
    [
        ("browser", "gatherUsageStats", False),
        ("runner", "postScriptGC", False),
        ("server", "address", "127.0.0.1"),
        ("client", "showErrorDetails", "none"),
    ],
)
def test_streamlit_is_set_as_promised(table, key, value):
    """No telemetry, no pause after a rerun, no other machine, no traceback on the page."""
    settings = streamlit_settings()

    found = settings[table][key]

    assert found == value


def test_the_agent_api_is_off():
    """It would let any local program act as the reader who has the page open."""
    settings = streamlit_settings()

    switch = settings["server"].get("enableAgentApi", False)

    assert switch is False


@pytest.mark.parametrize("pattern", [HOME_OF_A_MACHINE, REGISTRY])
def test_no_file_knows_a_machine_or_a_registry(pattern):
    """A clean clone works anywhere; where packages come from is each machine's own setting."""
    files = texts()

    found = {name: hit.group() for name, text in files.items() if (hit := pattern.search(text))}

    assert found == {}


def test_people_are_invented():
    """E-mail addresses in the project belong to domains that nobody can own."""
    files = texts()

    domains = {(name, d) for name, text in files.items() for d in ADDRESS.findall(text)}

    assert {(name, domain) for name, domain in domains if not INVENTED.fullmatch(domain)} == set()


def _line_count(path: Path) -> int:
    return len(path.read_text().splitlines())


def _begins_with_a_docstring(path: Path) -> bool:
    text = path.read_text()
    return text.startswith(('"""', 'r"""')) and ast.get_docstring(ast.parse(text)) is not None
