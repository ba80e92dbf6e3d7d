"""A document on the page, as it will be printed: light figures, words, tables."""

import streamlit as st

from components.widgets import figures
from components.widgets.plain_table import plain_table
from components.widgets.text import escaped, plain_text
from services.models import notation
from services.models.content import Block, Chart, Content, Facts, Listing, Remark, Tone, Words
from services.models.table import Table
from services.reports.stamp import stamp

_MOST_ROWS = 15


def preview(content: Content) -> None:
    """Draw a document; long tables are cut, which the sentence below them says."""
    with st.container(key="preview"):
        _sheet(content)


def _sheet(content: Content) -> None:
    st.header(escaped(content.title), anchor=False)
    about = content.about
    said = (about.filters, stamp(about.made_at), about.counted)
    st.caption(escaped(" · ".join(part for part in (*said, *about.instruments) if part)))
    for number, section in enumerate(content.sections):
        st.subheader(escaped(section.title), anchor=False, divider="gray")
        for place, block in enumerate(section.blocks):
            _block(block, key=f"preview-{number}-{place}")
    if about.limits:
        st.caption("  \n".join(escaped(each) for each in about.limits))


def _block(block: Block, *, key: str) -> None:
    match block:
        case Words():
            plain_text(block.text)
        case Facts():
            table = Table(columns=("", ""), rows=block.rows)
            plain_table(table, title="Facts", key=key)
        case Remark():
            said = "\n".join(f"- {escaped(each)}" for each in block.sentences)
            (st.warning if block.tone is Tone.WARNING else st.info)(said)
        case Chart():
            _chart(block, key=key)
        case Listing():
            _listing(block, key=key)


def _chart(chart: Chart, *, key: str) -> None:
    if chart.finding != chart.title:
        plain_text(chart.finding)
    figures.printed(chart, key=key)
    for remark in chart.remarks:
        st.caption(escaped(remark))


def _listing(listing: Listing, *, key: str) -> None:
    rows = listing.table.rows
    cut = listing.table.model_copy(update={"rows": rows[:_MOST_ROWS]})
    plain_table(cut, title=listing.title, key=key)
    if len(rows) > _MOST_ROWS:
        more = notation.count(len(rows) - _MOST_ROWS, "more row")
        st.caption(f"And {more} in the document.")
    for remark in listing.remarks:
        st.caption(escaped(remark))
