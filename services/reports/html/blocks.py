"""The blocks of a section as HTML."""

from collections.abc import Sequence

from services.models.content import Block, Chart, Facts, Listing, Remark, Tone, Words
from services.reports.html.figures import figure_block
from services.reports.html.tables import paper_tables
from services.reports.html.text import breakable, escaped, one_line, width

_SHORT_TEXT = 44
_SHORT_LABEL = 20
_FEWEST_BESIDE = 4


def block(content: Block, *, id: str, under: str) -> str:  # noqa: A002  (HTML's own name)
    """Return one block; `id` is its own on the page, `under` the heading of its section."""
    match content:
        case Words():
            return f'<p class="words" dir="auto">{escaped(content.text)}</p>'
        case Facts():
            return facts(content.rows)
        case Remark():
            return remark(content.sentences, tone=content.tone)
        case Chart():
            return figure_block(
                content,
                id=id,
                heading=_heading(content, id=id, under=under),
                remarks=_small(content.remarks),
            )
        case Listing():
            return _listing(content, heading=_heading(content, id=id, under=under))


def facts(rows: Sequence[tuple[str, str]]) -> str:
    """Return labels with what stands beside them."""
    pairs = "".join(
        f'<div{_long(text)}><dt dir="auto">{breakable(label)}</dt>'
        f'<dd dir="auto">{breakable(text)}</dd></div>'
        for label, text in rows
    )
    return f'<dl class="facts{_beside(rows)}">{pairs}</dl>'


def _long(text: str) -> str:
    """Return the class of a text that needs the whole width."""
    return ' class="long"' if width(one_line(text)) > _SHORT_TEXT else ""


def _beside(rows: Sequence[tuple[str, str]]) -> str:
    """Return the class of short facts, which stand two in a row."""
    longest = max((width(one_line(text)) for _, text in rows), default=0)
    labels = max((width(label) for label, _ in rows), default=0)
    is_short = longest <= _SHORT_TEXT and labels <= _SHORT_LABEL
    return " short" if is_short and len(rows) >= _FEWEST_BESIDE else ""


def remark(sentences: Sequence[str], *, tone: Tone) -> str:
    """Return sentences that stand out; a warning says that it is one."""
    word = '<strong class="mark">Caution</strong>' if tone is Tone.WARNING else ""
    return f'<div class="remark {tone}" role="note">{word}{_sentences(sentences)}</div>'


def _sentences(sentences: Sequence[str]) -> str:
    if len(sentences) == 1:
        return f'<p dir="auto">{breakable(sentences[0])}</p>'
    items = "".join(f'<li dir="auto">{breakable(each)}</li>' for each in sentences)
    return f"<ul>{items}</ul>"


def _small(remarks: Sequence[str]) -> str:
    said = "".join(f'<p dir="auto">{breakable(each)}</p>' for each in remarks)
    return f'<div class="remarks">{said}</div>' if said else ""


def _heading(named: Chart | Listing, *, id: str, under: str) -> str:  # noqa: A002  (as above)
    """Return a block's heading; one that repeats its section's is not shown a second time."""
    hidden = " hidden" if named.title == under else ""
    return f'<h3 id="{id}" dir="auto"{hidden}>{breakable(named.title)}</h3>'


def _listing(listing: Listing, *, heading: str) -> str:
    finding = f'<p class="finding" dir="auto">{breakable(listing.finding)}</p>'
    return (
        f'<section class="listing"><div class="lead">{heading}'
        f"{finding if listing.finding and listing.finding != listing.title else ''}</div>"
        f"{paper_tables(listing.table)}{_small(listing.remarks)}</section>"
    )
