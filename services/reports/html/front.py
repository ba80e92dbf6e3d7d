"""What stands at the beginning: title, what the document is about, and its contents."""

from collections.abc import Sequence

from services.models.content import About, Content
from services.reports.html.blocks import facts, remark
from services.reports.html.limits import said_on_top
from services.reports.html.text import breakable, escaped
from services.reports.stamp import stamp

_SECTIONS_WITHOUT_CONTENTS = 3
_LONG_TITLE = 120
_BELOW_EACH_OTHER = 4


def title_block(content: Content) -> str:
    """Return title, marks, filters, time, n, instruments and limits."""
    about = content.about
    subtitle = f'<p class="subtitle" dir="auto">{breakable(content.subtitle)}</p>'
    long = ' class="long"' if len(content.title) > _LONG_TITLE else ""
    limits = "".join(remark(each.sentences, tone=each.tone) for each in said_on_top(content))
    return (
        f"<header>{_marks(about)}"
        f'<h1 dir="auto"{long}>{breakable(content.title)}</h1>'
        f"{subtitle if content.subtitle else ''}{facts(_about(about))}{limits}</header>"
    )


def contents_list(content: Content) -> str:
    """Return links to the sections where there are more than three."""
    if len(content.sections) <= _SECTIONS_WITHOUT_CONTENTS:
        return ""
    links = [
        f'<li><a href="#s{number}" dir="auto">{breakable(section.title)}</a></li>'
        for number, section in enumerate(content.sections, start=1)
    ]
    if content.meanings:
        links.append('<li><a href="#meanings">What these numbers mean</a></li>')
    return f'<nav aria-label="Contents"><p>Contents</p><ol>{"".join(links)}</ol></nav>'


def _about(about: About) -> list[tuple[str, str]]:
    rows = [
        ("Filters", about.filters),
        ("Counted", about.counted),
        (
            "Instruments" if len(about.instruments) > 1 else "Instrument",
            _listed(about.instruments),
        ),
        ("Made", stamp(about.made_at)),
    ]
    return [(label, text) for label, text in rows if text]


def _listed(instruments: Sequence[str]) -> str:
    """Return few instruments below each other, many beside each other."""
    return ("\n" if len(instruments) <= _BELOW_EACH_OTHER else " · ").join(instruments)


def _marks(about: About) -> str:
    marks = [
        *(["Masked: no names"] if about.is_masked else []),
        *(["Synthetic data"] if about.is_synthetic else []),
    ]
    said = "".join(f'<span class="chip">{mark}</span>' for mark in marks)
    return f'<p class="eyebrow"><span>{escaped(about.program)}</span>{said}</p>'
