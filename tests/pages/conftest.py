"""Pages run by Streamlit's own test runner over the real services on a temporary database."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from services.bootstrap import Services, build_services
from services.config import Settings
from tests.databases import put_empty

ROOT = Path(__file__).parents[2]
FIXTURES = ROOT / "tests" / "fixtures"

Payload = dict[str, Any]


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    """Return services of the test's own on the database that the page will open."""
    put_empty(tmp_path / "scoreband.db")
    opened = build_services(Settings())
    yield opened
    opened.close()


@pytest.fixture
def payload() -> Callable[..., Payload]:
    """Return a function that reads a Qode payload by its name and changes some of its fields."""
    return lambda name, **changes: _read("qode", name) | changes


@pytest.fixture
def answer() -> Callable[[str, str], Payload]:
    """Return a function that reads another vendor's answer by the vendor and its name."""

    def read(vendor: str, name: str) -> Payload:
        if vendor == "round0":
            return {"interview": _read(vendor, name), "questions": _read(vendor, "questions")}
        return _read(vendor, name)

    return read


@pytest.fixture
def store(services: Services, tmp_path: Path) -> Callable[..., str]:
    """Return a function that puts payloads into the cache and returns the first one's id.

    `at` is the moment when they come in, where that is not now.
    """

    def put(*payloads: Payload, at: datetime | None = None) -> str:
        file = tmp_path / "payloads.json"
        file.write_text(json.dumps(payloads))
        imports = replace(services.imports, clock=lambda: at) if at else services.imports
        report = imports.take(imports.files.in_paths([file]))
        assert report.failures == []
        return (*report.stored, *report.unchanged)[0]

    return put


@pytest.fixture
def all_vendors(store, payload, answer) -> dict[str, str]:
    """Put an interview of each vendor into the cache; return their ids by the vendors' names."""
    return {
        "qode": store(payload("complete")),
        "instaview": store(answer("instaview", "complete")),
        "round0": store(answer("round0", "completed")),
        "zenhire": store(answer("zenhire", "success")),
    }


@pytest.fixture
def open_page() -> Callable[..., AppTest]:
    """Return a function that opens a page of the dashboard with these URL parameters."""

    def opened(path: str, **query: str) -> AppTest:
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
        app.query_params.update(query)
        return app.switch_page(str(ROOT / path)).run()

    return opened


def _read(vendor: str, name: str) -> Payload:
    return json.loads((FIXTURES / vendor / f"{name}.json").read_bytes())
