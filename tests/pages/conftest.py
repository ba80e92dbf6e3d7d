"""Pages run by Streamlit's own test runner over the real services on a temporary database."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from services.bootstrap import Services, build_services
from services.config import Settings
from services.models.identity import local_id

ROOT = Path(__file__).parents[2]
FIXTURES = ROOT / "tests" / "fixtures" / "qode"

Payload = dict[str, Any]


@pytest.fixture
def services() -> Iterator[Services]:
    """Return services of the test's own on the database that the page will open."""
    opened = build_services(Settings())
    yield opened
    opened.close()


@pytest.fixture
def payload() -> Callable[..., Payload]:
    """Return a function that reads a payload by its name and changes some of its fields."""
    return lambda name, **changes: json.loads((FIXTURES / f"{name}.json").read_bytes()) | changes


@pytest.fixture
def store(services: Services, tmp_path: Path) -> Callable[..., str]:
    """Return a function that puts payloads into the cache and returns the first one's id."""

    def put(*payloads: Payload) -> str:
        file = tmp_path / "payloads.json"
        file.write_text(json.dumps(payloads))
        report = services.imports.take(services.imports.files.in_paths([file]))
        assert report.failures == []
        return local_id("qode", payloads[0]["interview_id"])

    return put


@pytest.fixture
def open_page() -> Callable[..., AppTest]:
    """Return a function that opens a page of the dashboard with these URL parameters."""

    def opened(path: str, **query: str) -> AppTest:
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
        app.query_params.update(query)
        return app.switch_page(str(ROOT / path)).run()

    return opened
