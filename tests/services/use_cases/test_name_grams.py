"""Rows of words that may be a whole name: as the cache writes names it compares."""

import pytest

from services.cache.folding import fold
from services.use_cases.name_grams import grams


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Grace Hopper-Lint", "About GRACE hopper-lint, and others"),
        ("Grace Hopper-Lint", "(Hopper-Lint, Grace)"),
        ("Nguyễn Thị Đào", "Chị nguyễn thị đào ơi"),
        ("Seán O'Brien", "“Sean O'Brien”"),
        ("Grace Hopper-Lint", "Grace Hopper-Lint's and grace hopper-lint’s"),
        ("Grace Hopper-Lint", "file_Grace_Hopper-Lint_2"),
        ("Grace Hopper-Lint", "Gra\u200dce \u202eHopper-Lint\u202c"),
        ("王小明", "我叫王小明。"),
        ("김민수", "김민수입니다"),
    ],
)
def test_a_whole_name_is_among_them(name, text):
    """In any case and order, with marks around it, and without spaces where none are written."""
    assert fold(name) in set(grams(text))


@pytest.mark.parametrize("text", ["", "Grace", "Grace. Hopper", "Grace\nHopper"])
def test_no_row_goes_over_a_sentences_end(text):
    """Two words of two sentences are nobody's name."""
    assert "grace hopper" not in set(grams(text))
