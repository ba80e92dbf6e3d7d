"""The margins of printed pages: title, filters, time, n, page x of y; and nothing hostile."""

import dataclasses
import re

import pytest

from services.models.export import Paper
from services.reports.html.margins import SHEETS, lines, page_rule, quoted
from tests.services.reports.sample import about, hostile_content, sample_content


def unquoted(rule: str) -> str:
    """Return a rule with the escapes of CSS undone."""
    return re.sub(r"\\([0-9a-f]+) ", lambda found: chr(int(found[1], 16)), rule)


def test_every_page_says_what_it_belongs_to():
    """Title and filters on top; marks, time, n and instruments below; page x of y."""
    content = sample_content()

    rule = unquoted(page_rule(content, paper=Paper.A4))

    assert '@top-left{content:"Cohorts: nurses and drivers"' in rule
    assert '@top-right{content:"Role: Nurse, Driver · since 2026-01-01"' in rule
    assert "Synthetic data · 23 Nov 2026, 15:04 CET (UTC+1) · n = 120 interviews · Qode" in rule
    assert '"Page " counter(page) " of " counter(pages)' in rule


def test_two_lines_say_the_same_where_the_rule_has_no_effect():
    """Nothing of a hostile title or filter is read as an element."""
    content = dataclasses.replace(
        sample_content(), title="<b>Nurses</b>", about=about(filters="Role: <i>")
    )

    head, foot = lines(content, paper=Paper.A4).split('<div class="page-line bottom"')

    assert '<span dir="auto">&lt;b&gt;Nurses&lt;/b&gt;</span>' in head
    assert '<span dir="auto">Role: &lt;i&gt;</span>' in head
    assert "Synthetic data · 23 Nov 2026, 15:04 CET (UTC+1) · n = 120 interviews · Qode" in foot


@pytest.mark.parametrize("paper", list(Paper))
def test_the_rule_cuts_pages_to_the_paper(paper):
    """The browser needs no other setting."""
    content = sample_content()

    rule = page_rule(content, paper=paper)

    assert rule.startswith(f"@page{{size:{SHEETS[paper].size};")


def test_long_texts_are_cut_to_one_line():
    """A title of five thousand letters leaves room for the filters."""
    content = dataclasses.replace(
        sample_content(), title="Nurses " * 714, about=about(filters="Role: Nurse · " * 300)
    )

    rule = unquoted(page_rule(content, paper=Paper.A4))

    title, filters, foot = re.findall(r'content:"([^"]*)";', rule)
    assert title.endswith("Nurses…")
    assert filters.startswith("Role: Nurse")
    assert len(title) + len(filters) < 150
    assert len(foot) < 150


def test_no_text_ends_the_string_that_it_stands_in():
    """Quotes, backslashes, breaks and the end of a style element are plain signs."""
    text = '"; } </style> \\ \n\u2028 @page { size: 1px } é 王'

    string = quoted(text)

    assert re.fullmatch(r'"[0-9A-Za-z \\]*"', string)
    assert unquoted(string) == f'"{text}"'


def test_a_hostile_document_has_one_page_rule():
    """No text becomes a rule of its own."""
    content = hostile_content()

    rule = page_rule(content, paper=Paper.LETTER)

    assert rule.count("@page") == 1
    assert rule.count("{") == rule.count("}") == 5
    assert "<" not in rule
