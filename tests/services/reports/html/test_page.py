"""The page as text: what it holds, and what it must not."""

import dataclasses
import re
from html.parser import HTMLParser

import pytest

from services.models.content import Content, Listing, Section
from services.models.export import Paper
from services.models.table import Table
from services.reports.html.page import html_document
from tests.services.reports.sample import about, hostile_content, sample_content
from tests.services.reports.sample_texts import PEOPLE


class Elements(HTMLParser):
    """Collects every element with its attributes, as a browser reads them."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))


def elements(content: Content):
    """Return all elements of a document's page."""
    parser = Elements()
    parser.feed(html_document(content, paper=Paper.A4))
    return parser.found


def words(content: Content) -> str:
    """Return the page's markup without its scripts and styles."""
    page = html_document(content, paper=Paper.A4)
    return re.sub(r"<(script|style)\b.*?</\1>", "", page, flags=re.DOTALL)


def test_the_title_block_says_what_the_document_is_about():
    """Filters, time with zone, n, instruments, limits and marks stand on top."""
    content = sample_content()

    page = words(content)

    head = page[page.index("<header>") : page.index("</header>")]
    for told in (
        "Role: Nurse, Driver · since 2026-01-01",
        "23 Nov 2026, 15:04 CET (UTC+1)",
        "n = 120 interviews",
        "Qode, pf_domain_3p_v4",
        "All intervals are at the 95 % level.",
        "Synthetic data",
    ):
        assert told in head


def test_a_masked_document_says_so():
    """A reader sees that names were replaced."""
    content = dataclasses.replace(sample_content(), about=about(is_masked=True))

    page = words(content)

    assert "Masked" in page


def test_names_in_any_script_stand_as_they_were_given():
    """Nothing is transliterated or dropped."""
    content = sample_content()

    page = words(content)

    for name in PEOPLE:
        assert name in page


def test_the_drawing_library_is_carried_once():
    """Eight figures need one copy of it."""
    content = sample_content(charts=8)

    page = html_document(content, paper=Paper.A4)

    assert page.count("plotly.js (cartesian - minified)") == 1


def test_a_document_without_figures_does_not_carry_the_drawing_library():
    """A page of words is small."""
    content = sample_content(charts=0)

    page = html_document(content, paper=Paper.A4)

    assert len(page) < 400_000


def test_no_element_reaches_out_or_handles_events():
    """Nothing is fetched, nothing is sent, and no attribute is a script."""
    content = hostile_content()

    found = elements(content)

    for tag, attributes in found:
        assert tag not in {"link", "iframe", "object", "embed", "form", "base", "img"}
        assert not [name for name in attributes if name.startswith("on") or name == "style"]
        assert not {"src", "srcset", "action"} & attributes.keys()
        assert (attributes.get("href") or "#").startswith("#")


def test_the_policy_lets_nothing_through_but_our_own():
    """Scripts are let through by their hash; nothing else may run or be asked for."""
    found = elements(sample_content())

    rules = next(each["content"] for tag, each in found if tag == "meta" and "http-equiv" in each)

    assert rules is not None
    assert "default-src 'none'" in rules
    assert re.search(r"script-src('? 'sha256-[\w+/=]+){3}';", rules)
    assert "connect-src 'none'" in rules
    assert "unsafe-eval" not in rules
    assert rules.count("'unsafe-inline'") == 1


def test_every_figure_says_what_there_is_to_see():
    """A figure has a role, a sentence, a heading and its numbers."""
    content = sample_content(charts=2)

    found = elements(content)

    figures = [each for tag, each in found if each.get("role") == "img"]
    assert [each["aria-label"] for each in figures] == [chart.alt for chart in content.charts()]
    assert len([tag for tag, _ in found if tag == "details"]) == 2


def test_ids_are_unique_and_links_lead_to_them():
    """A figure pinned twice, with one key, is two figures on the page."""
    twice = sample_content(charts=3)

    found = elements(dataclasses.replace(twice, sections=twice.sections * 2))

    ids = [each["id"] for _, each in found if "id" in each]
    links = [each["href"] for tag, each in found if tag == "a"]
    assert len(ids) == len(set(ids))
    assert {str(link)[1:] for link in links} <= set(ids)


def test_few_sections_need_no_contents():
    """Up to three sections are found without a list."""
    content = sample_content()

    short = words(dataclasses.replace(content, sections=content.sections[:3]))

    assert "<nav" in words(content)
    assert "<nav" not in short


@pytest.mark.parametrize("paper", list(Paper))
def test_a_document_without_anything_is_a_page(paper):
    """Nothing counted is a document, too: it says what was looked for."""
    empty = dataclasses.replace(sample_content(), sections=(), meanings=())

    page = html_document(empty, paper=paper)

    assert "Role: Nurse, Driver" in page
    assert page.endswith("</html>\n")


def test_a_page_can_be_written_whatever_it_quotes():
    """Halves of a pair, which no file can hold, become a sign that something stood there."""
    content = dataclasses.replace(sample_content(charts=0), title="half \ud83d of a pair")

    written = html_document(content, paper=Paper.A4).encode()

    assert "half � of a pair".encode() in written


def test_tables_too_wide_for_paper_are_named_together():
    """One sentence says where their numbers are."""
    names = tuple(f"Measure number {number}" for number in range(40))
    rows = tuple((f"Row {row}", *range(row, row + 40)) for row in range(20))
    content = sample_content(charts=2)
    wide = Table(columns=("Who", *names), rows=rows)
    charts = tuple(dataclasses.replace(each, table=wide) for each in content.charts())
    changed = dataclasses.replace(content, sections=(Section("Figures", charts),))

    page = words(changed)

    told = page[page.index("Numbers behind the figures") :]
    assert told.count("held by the workbook and the data formats") == 1
    assert all(chart.title in told for chart in charts)


def test_numbers_of_figures_that_are_alike_are_one_table():
    """On paper each begins with its title; texts that a table holds are not told once more."""
    said = "A sentence of a transcript, which is as long as what people say."
    columns = ("Turn", "Seconds", "Said")
    charts = tuple(
        dataclasses.replace(each, table=Table(columns=columns, rows=((number, 1.5, said),)))
        for number, each in enumerate(sample_content(charts=2).charts())
    )
    spoken = Listing("spoken", "Words", Table(columns=("Words",), rows=((said,),)))
    content = dataclasses.replace(sample_content(), sections=(Section("All", (*charts, spoken)),))

    page = html_document(content, paper=Paper.A4)

    told = page[page.index("Numbers behind the figures") :]
    assert told.count("<table") == 1
    assert all(f">{chart.title}</th>" in told for chart in charts)
    assert said not in told
    assert "In the tables above: Said." in told


def test_the_numbers_of_figures_keep_the_names_of_their_rows():
    """Also long names that a table of the document holds: numbers of nobody say nothing."""
    names = tuple(f"Backend engineer, cohort {each}, of the long summer" for each in "AB")
    rows = tuple(("Overall", name, 69.75 + place) for place, name in enumerate(names))
    [first] = sample_content(charts=1).charts()
    means = dataclasses.replace(first, table=Table(columns=("Metric", "Cohort", "Mean"), rows=rows))
    listed = Table(columns=("Cohort",), rows=tuple((name,) for name in names))
    blocks = (means, Listing("cohorts", "Cohorts", listed))
    content = dataclasses.replace(sample_content(), sections=(Section("All", blocks),))

    page = html_document(content, paper=Paper.A4)

    told = page[page.index("Numbers behind the figures") :]
    assert all(name in told for name in names)
    assert "In the tables above" not in told
