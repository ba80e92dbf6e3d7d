"""Qode documents for the tests: files of our own writing, and small ones made on the spot."""

import json
from pathlib import Path

import pytest

from services.vendors.qode.parsing import parse

FIXTURES = Path(__file__).parents[3] / "fixtures" / "qode"


@pytest.fixture
def document():
    """Give the bytes of a fixture file by its name."""
    return lambda name: (FIXTURES / f"{name}.json").read_bytes()


@pytest.fixture
def read():
    """Read a document that has an id and the fields given, and nothing else."""

    def reading(**fields):
        return parse(json.dumps({"interview_id": "made-up-1", **fields}).encode())

    return reading


@pytest.fixture
def codes():
    """List the codes of an interview's notices."""
    return lambda interview: [notice.code.value for notice in interview.notices]
