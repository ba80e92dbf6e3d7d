"""A whole document as one self-contained page: it asks nobody for anything."""

from services.models.content import Content, Section
from services.models.export import Paper
from services.reports.html import appendix, assets
from services.reports.html.blocks import block
from services.reports.html.front import contents_list, title_block
from services.reports.html.limits import sections_below
from services.reports.html.margins import SHEETS, lines, page_rule
from services.reports.html.policy import policy
from services.reports.html.text import attribute, escaped, shortened
from services.reports.stamp import stamp

_TITLE_ROOM = 250
"""Letters in the property "Title": what windows and readers still show."""


def html_document(content: Content, *, paper: Paper) -> str:
    """Return the document as a page for any browser; printed on `paper`, it is the PDF.

    Its body's `data-ready` becomes "yes" when all figures are drawn and fonts are there.
    """
    has_figures = next(content.charts(), None) is not None
    scripts = [assets.own("paper.js"), assets.own("draw.js")]
    if has_figures:
        scripts.insert(0, assets.drawing_library())
    styles = [assets.font(), assets.own("report.css"), page_rule(content, paper=paper)]
    return "".join(
        (
            '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">\n',
            _secured(policy(scripts=scripts, styles=styles)),
            f"<title>{escaped(shortened(content.title, room=_TITLE_ROOM))}</title>\n",
            *(f"<style>{style}</style>\n" for style in styles),
            "</head>\n",
            _body(content, paper=paper),
            *(f"<script>{script}</script>\n" for script in scripts),
            "</body></html>\n",
        )
    )


def _secured(rules: str) -> str:
    return (
        f'<meta http-equiv="Content-Security-Policy" content="{attribute(rules)}">\n'
        '<meta name="referrer" content="no-referrer">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="only light">\n'
        '<meta name="robots" content="noindex">\n'
    )


def _body(content: Content, *, paper: Paper) -> str:
    sheet, about = SHEETS[paper], content.about
    sections = "\n".join(
        _section(section, number=number)
        for number, section in enumerate(sections_below(content), 1)
    )
    return (
        f'<body class="{paper.name.lower()}" data-print-width="{sheet.inner_width}" '
        f'data-print-height="{sheet.inner_height}">\n'
        '<noscript><p class="remark warning">Figures are drawn by a script, which this reader does '
        "not run; their numbers stand below each of them.</p></noscript>\n"
        f"{lines(content, paper=paper)}\n"
        f"{title_block(content)}\n{contents_list(content)}\n<main>\n{sections}\n"
        f"{appendix.numbers(content)}\n{appendix.meanings(content.meanings)}</main>\n"
        f"<footer>{escaped(' · '.join((about.program, stamp(about.made_at), about.counted)))}"
        "</footer>\n"
    )


def _section(section: Section, *, number: int) -> str:
    blocks = "\n".join(
        block(each, id=f"s{number}-{place}", under=section.title)
        for place, each in enumerate(section.blocks, 1)
    )
    return f'<section id="s{number}"><h2 dir="auto">{escaped(section.title)}</h2>{blocks}</section>'
