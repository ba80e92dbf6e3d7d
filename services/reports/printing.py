"""One page of HTML printed to PDF."""

from services.models.export import Paper
from services.reports.deadline import Deadline
from services.reports.devtools import Devtools
from services.reports.html.margins import SHEETS
from services.reports.tab import Tab

_PRINT = {
    "printBackground": True,
    "preferCSSPageSize": True,
    "generateDocumentOutline": True,
    "transferMode": "ReturnAsStream",
}
_TAGGED_UP_TO = 40_000
"""So many elements of a page get tags for screen readers: the time for them grows with the square
(20,000 rows of a table: 100 s with, 15 s without), and a page without them beats none at all."""
_COUNT = "() => document.getElementsByTagName('*').length"


def printed(devtools: Devtools, html: str, *, paper: Paper, deadline: Deadline) -> bytes:
    """Return the page as PDF; waits until `document.body.dataset.ready` is "yes".

    Errors as `Devtools.call`.
    """
    tab, sheet = Tab(devtools, deadline=deadline), SHEETS[paper]
    # What is drawn on the screen before it is printed is as wide as the paper.
    tab.size(width=sheet.inner_width, height=sheet.inner_height, scale=1, deadline=deadline)
    tab.write(html, deadline=deadline)
    tab.wait_until_ready(deadline=deadline)
    is_tagged = tab.run(_COUNT, deadline=deadline) <= _TAGGED_UP_TO
    made = tab.call("Page.printToPDF", generateTaggedPDF=is_tagged, deadline=deadline, **_PRINT)
    data = tab.stream(made["stream"], deadline=deadline)
    tab.close(deadline=deadline)
    return data
